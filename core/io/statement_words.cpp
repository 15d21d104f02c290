#include "core/io/statement_words.hpp"

#include "core/io/statement_format.hpp"

#include <array>
#include <optional>
#include <utility>

namespace firn::io {

namespace {

using statement::LineType;

struct KnownWord {
    std::string_view word;
    LineType type;
};

constexpr std::array<LineType, 7> kTypes{LineType::usage,   LineType::tax,      LineType::credit,
                                         LineType::refund,  LineType::discount, LineType::fee,
                                         LineType::rounding};

constexpr std::array<KnownWord, 28> kWords{{{"usage", LineType::usage},
                                            {"lineitem", LineType::usage},
                                            {"discountedusage", LineType::usage},
                                            {"savingsplancoveredusage", LineType::usage},
                                            {"storage", LineType::usage},
                                            {"overhead", LineType::usage},
                                            {"requests", LineType::usage},
                                            {"retrieval", LineType::usage},
                                            {"retrieval_requests", LineType::usage},
                                            {"early_deletion", LineType::usage},
                                            {"transfer_out", LineType::usage},
                                            {"copy", LineType::usage},
                                            {"capacity", LineType::usage},
                                            {"staging", LineType::usage},
                                            {"tax", LineType::tax},
                                            {"credit", LineType::credit},
                                            {"refund", LineType::refund},
                                            {"adjustment", LineType::discount},
                                            {"egress_waiver", LineType::discount},
                                            {"savingsplannegation", LineType::discount},
                                            {"fee", LineType::fee},
                                            {"rifee", LineType::fee},
                                            {"purchase", LineType::fee},
                                            {"savingsplanupfrontfee", LineType::fee},
                                            {"savingsplanrecurringfee", LineType::fee},
                                            {"support", LineType::fee},
                                            {"other", LineType::fee},
                                            {"rounding", LineType::rounding}}};

constexpr std::array<std::string_view, 5> kTotals{"converted_total", "invoicetotal", "statementtotal",
                                                  "accounttotal", "total"};

}  // namespace

WordedType line_type_of(std::string_view word, std::string_view detail) {
    const std::string plain_detail = plain_heading(detail);
    if (plain_detail == "correction") return {.type = LineType::refund};
    if (word.empty()) return {};
    std::string plain = plain_heading(word);
    if (plain == "adjustment" && !plain_detail.empty()) plain = plain_detail;
    for (const KnownWord& known : kWords) {
        if (known.word == plain) return {.type = known.type};
    }
    for (const std::string_view total : kTotals) {
        if (total == plain) return {.is_total = true};
    }
    if (plain.ends_with("discount")) return {.type = LineType::discount};
    return {.type = LineType::fee, .is_known = false};
}

std::vector<std::string> line_type_words() {
    std::vector<std::string> words;
    for (const LineType type : kTypes)
        words.emplace_back(to_text(type));
    return words;
}

}  // namespace firn::io
