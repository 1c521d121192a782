"""The sentence and the advice of every kind of mistake in a star scheme."""

from inspector.form.codes import Code
from inspector.wording import _

Wordings = dict[Code, tuple[str, str]]


def of_schemes() -> Wordings:
    """Return the wordings of schemes in the language of the moment."""
    return {**_of_words(), **_of_measures(), **_of_levels(), **_of_bases()}


def _of_words() -> Wordings:
    allowed = _("可用：{known}。{guess}")
    return {
        Code.UNKNOWN_MEASURE_KIND: (_("没有“{found}”这种指标。"), allowed),
        Code.UNKNOWN_COMPARISON: (_("没有“{found}”这种比较。"), allowed),
        Code.UNKNOWN_RANK: (_("没有“{found}”这种级别名称。"), allowed),
        Code.UNKNOWN_STATUS: (_("问题没有“{found}”这种状态。"), allowed),
        Code.UNKNOWN_FLOOR: (_("检查次数的下限不看“{found}”。"), allowed),
        Code.CREDIT_RANGE: (
            _("得分比例应在 {low} 到 {high} 之间，现为 {found}。"),
            _("1 是得满分，1/2 是得一半，0 是不得分。"),
        ),
        Code.CREDIT_ORDER: (
            _("“{worse}”得 {more}，比“{better}”的 {less} 还多。"),
            _("结论越差得分不能越高，请改正。"),
        ),
        Code.MIX_WEIGHT: (_("{key} 的权重不能是 {found}。"), _("请写大于 0 的整数；不计入的指标请删去。")),
        Code.PROMOTION_STEPS: (_("每次晋升的级数不能是 {found}。"), _("请写大于 0 的整数；不限晋升时删去 promotion。")),
        Code.RESERVED_NAME: (_("指标不能叫“{name}”。"), _("这个词在条件中另有所指，请另取名称。")),
    }


def _of_measures() -> Wordings:
    return {
        Code.UNKNOWN_MEASURE: (_("没有“{name}”这个指标。"), _("请在 measures 中写明，或改名称。{guess}")),
        Code.MEASURE_CYCLE: (_("指标绕成了圈：{ring}。"), _("请改其中一个；上次的数值用 previous 读取。")),
        Code.UNKNOWN_LIST: (
            _("没有“{name}”这个列表。"),
            _("each 后写 topics 或 ideas（须已列出），或直接列出指标。{guess}"),
        ),
        Code.UNIT_MIX: (
            _("{name} 以{unit}计，不能与以{other}计的 {first} 放在一起。"),
            _("单位不同的指标不相加、不比较；可先用 grade 换成级别。"),
        ),
        Code.OUT_OF_RANGE: (
            _("{figure} 不在指标 {name} 的取值范围（{range}）内。"),
            _("请核对数值；百分数写 0 到 100。"),
        ),
        Code.PERCENT_AS_FRACTION: (
            _("{name} 以百分数计，{figure} 还不到 1%。"),
            _("百分数写 0 到 100：九成写 90，不写 0.9。"),
        ),
        Code.ALWAYS_HOLDS: (
            _("“{name}”不小于 0，个个都符合。"),
            _("要求一个也没有请写 {{most: 0}}，至少一个写 1，否则请删去。"),
        ),
        Code.SELECTS_NOTHING: (
            _("指标“{name}”要的检查项，{forms} 里一项也没有。"),
            _("请核对标签，或换一份问到它们的检查表。"),
        ),
        Code.NOT_ON_FORM: (_("{forms} 里没有检查项 {id}。"), _("请核对编号。{guess}")),
    }


def _of_levels() -> Wordings:
    return {
        Code.DUPLICATE_LEVEL: (_("级别 {level} 写了两次。"), _("每一级的 level 各不相同，请改正。")),
        Code.LEVEL_ORDER: (
            _("级别 {level} 写在更低的 {before} 之后。"),
            _("levels 从最好的写起，otherwise 是最低的一级。"),
        ),
        Code.NEVER_HOLDS: (_("这些界限互相矛盾，永远不成立。"), _("请核对 least、most、over、under 的数值。")),
        Code.LEVEL_UNREACHABLE: (
            _("“{name}”永远评不到：符合它的都已先符合“{better}”。"),
            _("更好的一级条件应更严，请核对数值。"),
        ),
        Code.BAND_GAP: (
            _("指标 {measure} 有一段没有一级管到：{hole}。"),
            _("各级从最好的写起，只写一端即可；写两端时请用 over 或 under 接上。"),
        ),
        Code.BAND_OVERLAP: (
            _("“{name}”与更好的“{better}”在指标 {measure} 上重叠：{shared}。"),
            _("先写的一级算数；请只写一端，或用 under、over 分开。"),
        ),
        Code.NECESSARY_TWICE: (_("必备项 {id} 写了两次。"), _("请删去一处；较低级别的必备项自动包含在内。")),
        Code.CAP_LEVEL: (_("没有 {level} 这一级，不能封顶到它。"), _("可用：{known}。")),
        Code.CAP_IDLE: (
            _("封顶到最高的一级 {level}，什么也封不住。"),
            _("请写更低的一级（{known}），或删去这一条。"),
        ),
        Code.ADJUST_BEYOND: (
            _("“{key}”写的 {found} 超出了级别的范围。"),
            _("现有级别：{known}。by 不为 0，也不大于最高与最低之差；highest、lowest 写现有的级别。"),
        ),
        Code.FLOOR_NOT_COUNTED: (
            _("要有 {key} 的检查，kinds 却不计入它，永远达不到。"),
            _("请在 kinds 中写上 {key}，或从 evidence_floor 中删去。"),
        ),
    }


def _of_bases() -> Wordings:
    return {
        Code.BASE_REFERENCE: (_("“{found}”不是所依据规范的写法。"), _("应为 名称@版本，如 default@2026.1。")),
        Code.BASE_MISSING: (
            _("找不到所依据的规范 {name}。"),
            _("旁边应有文件 {name}.yaml，其中写 scheme: {name}。{guess}"),
        ),
        Code.BASE_VERSION: (
            _("所依据的规范 {name} 的版本是 {actual}，不是 {wanted}。"),
            _("请改为 {name}@{actual}，或取回该版本的文件。"),
        ),
        Code.BASE_CIRCLE: (_("依据绕成了圈：{ring}。"), _("请删去其中一处 based_on。")),
    }
