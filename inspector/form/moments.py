"""The moments of a mystery visit; alone here, since lists know a visit without loading what a form is made of."""

# In their order: T in a hall, R on the telephone, F of a fault, O online (ours).
MARKS = (
    *(f"T{number}" for number in range(9)),
    *(f"R{number}" for number in range(6)),
    *(f"F{number}" for number in range(6)),
    *(f"O{number}" for number in range(4)),
)
