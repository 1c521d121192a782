"""The sentence and the advice of every kind of mistake."""

from inspector.form.codes import Code
from inspector.form.scheme_catalogue import of_schemes
from inspector.wording import _

Wordings = dict[Code, tuple[str, str]]


def wording(code: Code) -> tuple[str, str]:
    """Return the sentence and the advice of a code, with places for its values."""
    return catalogue()[code]


def catalogue() -> Wordings:
    """Return all wordings in the language of the moment."""
    return {
        **_of_files(), **_of_writing(), **_of_words(), **_of_circumstances(), **_of_items(), **_of_parts(),
        **_of_bands(), **_of_conditions(), **_of_forms(), **_of_scenarios(), **_of_limits(),
        **of_schemes(),
    }  # fmt: skip


def _of_files() -> Wordings:
    utf8 = _("请用 UTF-8 编码重新保存。")
    return {
        Code.UNREADABLE: (_("文件无法打开。"), _("请核对路径和权限。")),
        Code.TOO_LARGE: (_("文件过大，不像检查表。"), _("文件不得超过 {megabytes} MB，请分成几个部分。")),
        Code.NOT_UTF8: (_("文件不是 UTF-8 编码。"), utf8),
        Code.CONTROL_CHARACTER: (
            _("文字中有不可见的控制字符。"),
            _("请删除该字符；若整个文件都是乱码，它不是文本文件。"),
        ),
        Code.TAB: (_("缩进用了制表符。"), _("请改用空格缩进。")),
        Code.YAML_ERROR: (
            _("此处不合 YAML 写法。"),
            _("请核对缩进和括号，冒号、逗号和引号要用半角；含这些符号或井号的文字请加引号。"),
        ),
        Code.SECOND_DOCUMENT: (_("一个文件里写了两份内容。"), _("请删去“---”或分成两个文件。")),
        Code.ALIAS: (_("不支持锚点、引用和合并键（& * <<）。"), _("请把内容原样写出。")),
        Code.TAG: (_("不支持类型标记（!）。"), _("请删去标记；需要文字时加引号。")),
        Code.DUPLICATE_KEY: (_("“{key}”写了两次。"), _("请保留一处，前一处在第 {first} 行。")),
        Code.KEY_NOT_TEXT: (_("冒号前的名称不是文字。"), _("请写成一个简单的名称。")),
        Code.TOO_DEEP: (_("嵌套层次过多。"), _("最多 {most} 层，请改得平一些。")),
        Code.EMPTY_FILE: (_("文件是空的。"), _("请从 section、form、limits 或 scheme 开始写。")),
        Code.UNKNOWN_FILE_KIND: (
            _("看不出这是哪种文件。"),
            _("第一层应有 section、form、limits 或 scheme 之一。"),
        ),
        Code.FILE_NAME: (_("部分“{name}”的文件名是 {file}。"), _("文件名应为 {name}.yaml。")),
    }


def _of_writing() -> Wordings:
    return {
        Code.UNKNOWN_KEY: (_("这里没有“{key}”这个键。"), _("可用：{known}。{guess}")),
        Code.MISSING_KEY: (_("缺少“{key}”。"), _("请补上。")),
        Code.WRONG_TYPE: (
            _("“{key}”应为{expected}，现在写的是 {found}。"),
            "{hint}",
        ),
        Code.EMPTY_TEXT: (_("“{key}”是空的。"), _("请填写内容，或删去这个键。")),
        Code.NO_CHINESE: (_("“{key}”没有中文。"), _("请补上 zh。")),
        Code.NO_ENGLISH: (_("“{key}”没有英文标题。"), _("请写成 {{zh: …, en: …}}。")),
        Code.VERSION_NOT_TEXT: (_("版本号应为文字。"), _('请加半角引号，如 "2026.1"；只用字母、数字、点和连字符。')),
        Code.BAD_NAME: (_("名称“{name}”不合写法。"), _("请用小写英文字母开头，其后为小写字母、数字、_ 或 -。")),
        Code.BAD_ID: (_("编号“{id}”不合写法。"), _("应为大写字母、连字符和数字，如 AC-13。")),
        Code.EMPTY_LIST: (_("“{key}”里一项也没有。"), _("请补上内容，或删去这个键。")),
        Code.TWO_AT_ONCE: (_("{keys} 不能同时写。"), _("请只留一个。")),
        Code.NONE_OF: (_("{keys} 一个也没有写。"), _("请写其中一个。")),
        Code.NOT_POSITIVE: (_("“{key}”不能小于 {least}。"), _("现为 {found}，请改正。")),
    }


def _of_words() -> Wordings:
    allowed = _("可用：{known}。{guess}")
    return {
        Code.UNKNOWN_TOPIC: (_("没有“{found}”这个专题。"), allowed),
        Code.UNKNOWN_IDEA: (_("没有“{found}”这个理念。"), allowed),
        Code.UNKNOWN_SEVERITY: (_("没有“{found}”这个严重程度。"), allowed),
        Code.UNKNOWN_HOW: (_("没有“{found}”这种检查方式。"), allowed),
        Code.UNKNOWN_WHO: (_("没有“{found}”这类客户。"), allowed),
        Code.UNKNOWN_PART_KIND: (_("没有“{found}”这种作答方式。"), allowed),
        Code.UNKNOWN_UNIT: (_("没有“{found}”这个单位。"), allowed),
        Code.UNKNOWN_JUDGE: (_("没有“{found}”这种取值办法。"), allowed),
        Code.UNKNOWN_VERDICT: (_("没有“{found}”这个结论。"), allowed),
        Code.UNKNOWN_STATISTIC: (_("没有“{found}”这种统计口径。"), allowed),
        Code.UNKNOWN_EVIDENCE_RULE: (_("没有“{found}”这种佐证要求。"), allowed),
        Code.UNKNOWN_CONFIDENCE: (_("没有“{found}”这个可信程度。"), allowed),
        Code.UNKNOWN_FORM_KIND: (_("没有“{found}”这种检查。"), allowed),
        Code.UNKNOWN_MINIMUM: (_("离厅前不核对“{key}”的数目。"), allowed),
    }


def _of_circumstances() -> Wordings:
    allowed = _("可用：{known}。{guess}")
    return {
        Code.UNKNOWN_OPERATOR: (_("没有“{found}”这家供电企业。"), allowed),
        Code.UNKNOWN_AREA: (_("没有“{found}”这类地区。"), allowed),
        Code.UNKNOWN_ROLE: (_("没有“{found}”这种时限用途。"), allowed),
        Code.UNKNOWN_BETTER: (_("better 不能写“{found}”。"), allowed),
        Code.UNKNOWN_HALL_COLUMN: (_("营业厅没有“{found}”这一栏。"), allowed),
        Code.UNKNOWN_HALL_VALUE: (_("营业厅的 {column} 没有“{found}”这个值。"), allowed),
        Code.UNKNOWN_CONDITION: (_("没有“{found}”这种条件。"), allowed),
        Code.UNKNOWN_CHANNEL: (_("没有渠道“{found}”。"), allowed),
        Code.UNKNOWN_MARK: (_("没有时点“{found}”。"), allowed),
        Code.UNKNOWN_RULE: (_("没有有效性规则“{found}”。"), allowed),
        Code.UNKNOWN_RECALL: (_("没有“{found}”这种回忆类别。"), allowed),
    }


def _of_items() -> Wordings:
    return {
        Code.DUPLICATE_ID: (_("编号 {id} 在本文件中重复。"), _("前一处在第 {first} 行，请另取编号。")),
        Code.DUPLICATE_IN_LIBRARY: (_("编号 {id} 在 {other} 中已有。"), _("编号在全库中唯一，请另取编号。")),
        Code.WEIGHT_NOT_ALLOWED: (_("权重不能是 {found}。"), _("可用：{known}。")),
        Code.INFO_WITH_WEIGHT: (_("{id} 只作记录，却有权重 {weight}。"), _("记录项权重为 0，或改严重程度。")),
        Code.SCORED_WITHOUT_WEIGHT: (_("{id} 计分，权重却是 0。"), _("请给权重 1、2、3 或 5，或把严重程度改为 info。")),
        Code.INFO_WITH_WORSE: (_("{id} 只作记录，不能加重。"), _("请删去 worse_if，或改严重程度。")),
        Code.WORSE_NOT_HIGHER: (_("加重后的 {found} 不高于本项的 {severity}。"), _("请写更高的严重程度。")),
        Code.DUPLICATE_TICK: (_("勾选项 {tick} 在 {id} 中重复。"), _("请另取名称。")),
        Code.REMEDY_MISSING: (_("{id} 没有整改办法。"), _("计分项都要写 remedy。")),
        Code.EFFORT_NOT_POSITIVE: (_("整改天数不能是 {found}。"), _("请写大于 0 的整数。")),
        Code.BASIS_EMPTY: (_("没有依据。"), _("basis 至少写一条；自拟的标准写 confidence: D。")),
        Code.VERIFIED_WITHOUT_CLAUSE: (
            _("条款标为已核对，却没有条款号。"),
            _("请补上 clause，或删去 clause_verified。"),
        ),
        Code.DRAWING_MISSING: (
            _("找不到示意图 {name}.svg。"),
            _("请放到 resources/drawings 中，或删去 drawing。{guess}"),
        ),
        Code.RULER_WITHOUT_PHOTO: (_("要求照片带标尺，却不要求照片。"), _("请删去 with_ruler，或改 photo。")),
        Code.SAME_FACT_UNKNOWN: (_("same_fact 所指的 {id} 不存在。"), _("请改为库中的编号。{guess}")),
        Code.SAME_FACT_SELF: (_("same_fact 指的是本项自己。"), _("请改为另一项的编号，或删去。")),
        Code.FAIL_NOT_DESCRIBED: (_("{id} 没有写明“{verdict}”是什么样。"), _("请在 judge 中补上 {key}。")),
        Code.PARTLY_NOT_DESCRIBED: (_("{id} 可得“部分符合”，却没有写明是什么样。"), _("请在 judge 中补上 partly。")),
        Code.VERDICT_UNREACHABLE: (
            _("无论怎样作答，{id} 都得不出“{verdict}”。"),
            _("请删去 judge 中的 {key}，或改 answer。"),
        ),
        Code.RED_LINE_DUPLICATE: (_("红线编号 {id} 重复。"), _("{other} 已有，请另取编号。")),
    }


def _of_parts() -> Wordings:
    return {
        Code.UNIT_MISSING: (_("没有单位。"), _("请补上 unit。")),
        Code.TIMER_UNIT: (_("计时以秒为单位，不能写 {found}。"), _("请删去 unit。")),
        Code.COUNT_FRACTIONAL: (_("计数的界限应为不小于 0 的整数，现为 {found}。"), _("请改为整数，或改用 number。")),
        Code.UNKNOWN_LIMIT: (_("时限表中没有 {key}。"), _("请先在 limits 中写明，或改键名。{guess}")),
        Code.LIMIT_UNIT: (_("时限 {key} 的单位 {unit} 不能换算为 {wanted}。"), _("请统一单位；工作日 wd 不能换算。")),
        Code.SAMPLES_MIN: (_("取样数不能是 {found}。"), _("请写大于 0 的整数。")),
        Code.MEAN_NOT_ALLOWED: (_("{kind} 不能取平均。"), _("mean 只用于 number 和 timer，请改为 worst 或 each。")),
        Code.SAMPLES_NOT_MEASURED: (_("{kind} 没有取样。"), _("samples 只用于 number、count、ratio、timer。")),
        Code.CHOICE_EMPTY: (_("选择题没有选项。"), _("请至少写两个选项。")),
        Code.CHOICE_WITHOUT_VERDICT: (
            _("没有一个选项带结论。"),
            _("请给选项写 verdict；只作记录时写 optional: true。"),
        ),
        Code.NONE_DECIDING: (_("{id} 的作答得不出结论。"), _("请给出界限、时限或带结论的选项，或改为 info。")),
        Code.POINTS_MISSING: (_("选项 {option} 没有分值。"), _("各选项都写 points，或都不写。")),
        Code.LABEL_MISSING: (_("作答 {part} 没有名称。"), _("一项有几个作答时，每个都要写 label。")),
    }


def _of_bands() -> Wordings:
    return {
        Code.BAND_IMPOSSIBLE: (_("下限 {low} 大于上限 {high}。"), _("请对调或改正。")),
        Code.BAND_TAKES_ALL: (_("两端都不设限，什么值都合格。"), _("请至少写一端。")),
        Code.PART_NOT_WIDER: (
            _("“部分”的范围 {part} 没有超出“合格”的范围 {passing}。"),
            _("part 应包含 pass 且更宽。"),
        ),
        Code.LAST_BAND_LIMITED: (_("最后一档还有条件。"), _("最后一档不写 if，管其余所有营业厅。")),
        Code.BAND_UNREACHABLE: (_("这一档没有条件，其后的各档永远轮不到。"), _("请补上 if，或移到最后。")),
        Code.PERCENT_RANGE: (_("比例应在 0 到 100 之间，现为 {found}。"), _("单位是百分之一，请改正。")),
    }


def _of_conditions() -> Wordings:
    return {
        Code.UNKNOWN_FACT: (_("本文件没有写明厅情 {fact}。"), _("请在 facts 中写明，或改名称。{guess}")),
        Code.UNKNOWN_ITEM: (_("条件所看的 {id} 不存在。"), _("请改为库中的编号。{guess}")),
        Code.UNKNOWN_TICK: (_("{id} 没有勾选项 {tick}。"), _("请改为该项 worse_if 中的 tick。{guess}")),
        Code.CONDITION_CYCLE: (_("条件绕成了圈：{ring}。"), _("请删去其中一个条件。")),
        Code.CONDITION_ON_ITSELF: (_("{id} 的条件看的是它自己。"), _("请改看另一项。")),
        Code.IMPOSSIBLE_VERDICT: (_("{id} 得不出“{verdict}”，条件永远不成立。"), _("请改结论，或改所看的项。")),
        Code.EMPTY_CONDITION: (_("{key} 里没有条件。"), _("请至少写一个条件。")),
        Code.AT_LEAST_RANGE: (_("{count} 个条件中至少 {found} 个，不可能。"), _("请写 1 到 {count}。")),
        Code.FACT_UNUSED: (_("厅情 {fact} 没有任何条件用到。"), _("请删去，或在条件中使用。")),
        Code.FACT_DIFFERS: (_("厅情 {fact} 在 {other} 中写法不同。"), _("同名的厅情各处应一字不差，或另取名称。")),
    }


def _of_forms() -> Wordings:
    return {
        Code.NO_SECTIONS: (_("检查表没有部分。"), _("sections 至少写一个。")),
        Code.UNKNOWN_SECTION: (_("找不到部分 {name}。"), _("应有文件 sections/{name}.yaml。{guess}")),
        Code.SECTION_VERSION: (_("部分 {name} 的版本是 {actual}，不是 {wanted}。"), _("请改为 {name}@{actual}。")),
        Code.SECTION_TWICE: (_("部分 {name} 列了两次。"), _("请合并为一处。")),
        Code.UNKNOWN_FORM_ITEM: (_("部分 {name} 中没有 {id}。"), _("请改为其中的编号。{guess}")),
        Code.FORM_ITEM_TWICE: (_("{id} 列了两次。"), _("请删去一处。")),
        Code.SECTION_REFERENCE: (_("“{found}”不是部分的写法。"), _("应为 名称@版本，如 accessibility@2026.1。")),
        Code.SECTION_KIND: (_("部分 {name} 里不是{wanted}。"), _("检查项写在 sections，红线写在 red_line。")),
    }


def _of_scenarios() -> Wordings:
    return {
        Code.SCENARIO_KIND: (_("场景只能写在暗访检查表里。"), _("请写 kind: mystery，或删去 scenario。")),
        Code.MARK_ORDER: (_("时点 {mark} 不在它的次序上，或写了两次。"), _("请按 T0、T1…… 的先后排列。")),
        Code.SPARE_NOT_TAKEN: (_("时点 {mark} 不在 marks 里。"), _("请先列入 marks，或从 spare 删去。")),
        Code.STEP_WITHOUT_MARK: (_("步骤写了时点 {mark}，marks 里却没有。"), _("请列入 marks，或改步骤。")),
        Code.PROOF_UNKNOWN: (_("检查表里没有 {id}，不能作凭证。"), _("请写检查表所含部分中的编号。{guess}")),
        Code.ANSWER_BEYOND: (_("共 {count} 个选项，没有第 {found} 个。"), _("right 从 1 数起。")),
        Code.BETWEEN_ORDER: (_("{first} 到 {last} 量不出时间。"), _("between 写同一组的两个时点，先早后晚。")),
        Code.BETWEEN_NOT_TAKEN: (_("{id} 要用时点 {mark}，场景却不记。"), _("请列入 marks，或不收这一项。")),
    }


def _of_limits() -> Wordings:
    return {
        Code.LIMIT_OVERLAP: (
            _("时限 {key} 的这一行与第 {first} 行在同一时期重复。"),
            _("请改 valid_from 或 valid_to。"),
        ),
        Code.VALID_BACKWARDS: (_("起始日 {start} 晚于截止日 {end}。"), _("请对调或改正。")),
        Code.LIMIT_WITHOUT_TITLE: (_("时限 {key} 没有标题。"), _("请在 titles 中补上。{guess}")),
        Code.TITLE_WITHOUT_ROWS: (_("标题 {key} 下没有一行时限。"), _("请补上行，或删去标题。{guess}")),
        Code.OUTER_STRICTER: (
            _("外限 {outer} 比合格时限 {passing} 还严。"),
            _("outer 不得严于 pass，请核对数值和 better。"),
        ),
        Code.LIMIT_TWICE: (_("时限 {key} 在 {other} 中已有。"), _("一个键只在一个文件里写。")),
    }
