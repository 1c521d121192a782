"""The lock on a data folder: one data key, wrapped by a passphrase and by a recovery key, and the files it seals."""
