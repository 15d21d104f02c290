#include "core/yaml/comparison_reader.hpp"

#include "core/alternatives/check_comparison.hpp"
#include "core/diag/did_you_mean.hpp"
#include "core/units/currency_text.hpp"
#include "core/units/quantity_text.hpp"
#include "core/units/utf8_text.hpp"
#include "core/yaml/alternative_reader.hpp"
#include "core/yaml/decimal_comma.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <set>
#include <utility>

namespace firn::yaml {

namespace {

using alternatives::Alternative;
using alternatives::Comparison;
using alternatives::Kind;
using alternatives::ParameterUnit;
using alternatives::PlainDemand;

constexpr int kMostMonths = 1200;

using RationalText = Expected<Rational, QuantityError>;

RationalText percent(std::string_view text) {
    return alternatives::parse_value(ParameterUnit::percent, text);
}

QuantityError out_of_range(std::string_view text, std::string expected) {
    return {"value-out-of-range", fmt::format("{} is out of range", firn::quoted(text)), std::move(expected),
            ""};
}

/// A change a year that leaves something: at -100 % and below there is no twelfth root of what is left.
RationalText yearly_change(std::string_view text) {
    auto change = percent(text);
    constexpr int kMost = 10;
    if (change && (*change <= -1 || *change > kMost))
        return out_of_range(text, "more than -100 %, at most 1000 %");
    return change;
}

/// What is read and checked in a month: at most everything once.
RationalText part_of_all(std::string_view text) {
    auto part = percent(text);
    if (part && (*part < 0 || *part > 1))
        return out_of_range(text, "0 % to 100 % of what is stored, a month");
    return part;
}

RationalText countable_bytes(std::string_view text) {
    auto bytes = parse_byte_amount(text);
    if (bytes && *bytes > Rational{std::int64_t{1} << 61}) return out_of_range(text, "at most 2 EiB");
    return bytes;
}

RationalText size_of_archive(std::string_view text) {
    auto bytes = parse_byte_amount(text);
    if (bytes && *bytes == 0) return out_of_range(text, "more than 0 B, such as 25 MB");
    return bytes;
}

RationalText requests_a_month(std::string_view text) {
    constexpr std::int64_t kMost = 1'000'000'000;
    auto requests = parse_amount(text);
    if (requests && *requests > kMost) return out_of_range(text, fmt::format("at most {}", kMost));
    return requests;
}

/// What one unit of another currency costs.
RationalText rate_of_exchange(std::string_view text) {
    auto rate = parse_amount(text);
    if (rate && *rate == 0)
        return QuantityError{"number-zero", fmt::format("a currency cannot cost {}", firn::quoted(text)),
                             "a rate above 0, such as 1.10", "state what one unit of it costs"};
    return rate;
}

/// A parser of a number of months from `least` to the most that are compared.
auto months_from(int least) {
    return [least](std::string_view text) -> Expected<std::int64_t, QuantityError> {
        auto months = parse_count(text);
        if (months && (*months < least || *months > kMostMonths))
            return out_of_range(text, fmt::format("{} to {} months", least, kMostMonths));
        return months;
    };
}

void check_version(MapReader& map, Reading& reading) {
    const auto version = map.require("comparison", parse_count);
    if (!version || *version == 1) return;
    reading.report(
        *map.find("comparison"),
        Diagnostic{.code = "format-version-unknown",
                   .what = fmt::format("version {} of a file of alternatives is not known", *version),
                   .expected = "comparison: 1"});
}

/// Bytes come back in requests: neither means anything without the other.
void check_restores(MapReader& map, const PlainDemand& demand) {
    const bool has_bytes = demand.restored > 0;
    if (has_bytes == (demand.restores > 0)) return;
    const auto [stated, lacking, remedy] =
        has_bytes
            ? std::array{"restored", "restores", "add how many requests a month bring them: restores: 1"}
            : std::array{"restores", "restored", "add how many bytes a month they bring: restored: 10 GB"};
    map.reading().report(
        *map.find(stated),
        Diagnostic{.code = "restores-incomplete",
                   .what = fmt::format("the demand states \"{}\" and not \"{}\"", stated, lacking),
                   .expected = "restored (bytes a month) and restores (requests a month), or neither",
                   .remedy = remedy});
}

PlainDemand read_demand(const Node& node, Reading& reading) {
    MapReader map{node, reading, "the demand"};
    const auto start = map.require("start", parse_month);
    PlainDemand demand{.start = start.value_or(BillingPeriod{std::chrono::year{2026} / 1}),
                       .where = reading.at(node.place)};
    demand.months = static_cast<int>(map.require("months", months_from(1)).value_or(1));
    demand.stock = map.read("stock", countable_bytes).value_or(Rational{0});
    demand.added = map.read("added", countable_bytes).value_or(Rational{0});
    demand.growth = map.read("growth", yearly_change).value_or(Rational{0});
    demand.archive_size = map.read("archive_size", size_of_archive).value_or(demand.archive_size);
    demand.restored = map.read("restored", countable_bytes).value_or(Rational{0});
    demand.restores = map.read("restores", requests_a_month).value_or(Rational{0});
    demand.audited = map.read("audited", part_of_all).value_or(Rational{0});
    demand.largest_file = map.read("largest_file", parse_byte_amount);
    check_restores(map, demand);
    map.finish();
    return demand;
}

/// A rate is of another currency than the comparison's.
bool check_rate_key(const Node& rates, const Entry& entry, const std::string& own, Reading& reading) {
    const auto currency = parse_currency(entry.key);
    if (currency && *currency != own) return true;
    Diagnostic wrong{.code = "setting-without-effect",
                     .what = fmt::format("the comparison is in {}, which costs 1 {}", own, own),
                     .expected = "rates of other currencies",
                     .remedy = "leave the rate out, or state the currency of the comparison: currency: ..."};
    if (!currency)
        wrong = {.code = currency.error().code,
                 .what = currency.error().what,
                 .expected = currency.error().expected,
                 .remedy = currency.error().remedy};
    if (wrong.remedy.empty()) wrong.remedy = decimal_comma_remedy(rates, entry);
    reading.report(entry.key_place, count_characters(entry.key), std::move(wrong));
    return false;
}

void read_exchange(const Node& node, Comparison& comparison, Reading& reading) {
    MapReader map{node, reading, "the rates of exchange"};
    for (const Entry& entry : node.entries) {
        if (!check_rate_key(node, entry, comparison.currency, reading)) {
            (void)map.find(entry.key);
            continue;
        }
        const auto rate = map.read(entry.key, rate_of_exchange);
        if (!rate) continue;
        comparison.exchange[entry.key] = *rate;
        comparison.exchange_where[entry.key] = reading.at(entry.key_place);
    }
    map.finish();
}

void report_at(const Alternative& one, Reading& reading, Diagnostic diagnostic) {
    reading.report(Place{one.where.line, one.where.column}, 1, std::move(diagnostic));
}

void check_names(const Comparison& comparison, Reading& reading) {
    std::vector<std::string> names;
    for (const Alternative& one : comparison.alternatives) {
        if (std::find(names.begin(), names.end(), one.name) != names.end())
            report_at(one, reading,
                      {.code = "alternative-repeated",
                       .what = fmt::format("there are two alternatives \"{}\"", one.name),
                       .expected = "a name for each",
                       .remedy = "add a name of its own: name: drives in pairs"});
        names.push_back(one.name);
    }
}

/// What stands there more than once.
std::set<std::string> repeated(const std::vector<std::string>& names) {
    std::set<std::string> found;
    for (const std::string& name : names) {
        if (std::count(names.begin(), names.end(), name) > 1) found.insert(name);
    }
    return found;
}

void check_members(const Comparison& comparison, Reading& reading) {
    std::vector<std::string> singles;
    for (const Alternative& one : comparison.alternatives) {
        if (one.kind != Kind::set) singles.push_back(one.name);
    }
    const auto check = [&](const Alternative& set, const std::string& member) {
        if (std::find(singles.begin(), singles.end(), member) != singles.end()) return;
        const std::string near = closest_to(member, singles);
        report_at(set, reading,
                  {.code = "set-member-unknown",
                   .what = fmt::format("the set \"{}\" names \"{}\", which is no alternative of this file",
                                       set.name, member),
                   .expected = singles.empty() ? "alternatives that are no sets" : one_of(singles),
                   .remedy = near.empty() ? "" : fmt::format("did you mean \"{}\"?", near)});
    };
    for (const Alternative& one : comparison.alternatives) {
        for (const std::string& member : one.members)
            check(one, member);
        for (const std::string& member : repeated(one.members))
            report_at(one, reading,
                      {.code = "set-member-repeated",
                       .what = fmt::format("the set \"{}\" names \"{}\" twice", one.name, member),
                       .expected = "two or three different alternatives",
                       .remedy = "state copies: 2 of what is kept twice in one place"});
    }
}

void check_current(MapReader& map, const Comparison& comparison, Reading& reading) {
    if (comparison.overlap == 0 && comparison.current.empty()) return;
    const auto& all = comparison.alternatives;
    const bool is_known = std::any_of(all.begin(), all.end(),
                                      [&](const Alternative& one) { return one.name == comparison.current; });
    if (is_known) return;
    const Node* node = map.find(comparison.current.empty() ? "overlap" : "current");
    reading.report(
        *node, Diagnostic{.code = "overlap-without-current",
                          .what = comparison.current.empty()
                                      ? "it is not said which alternative runs on beside the others"
                                      : fmt::format("the current way \"{}\" is no alternative of this file",
                                                    comparison.current),
                          .expected = "current: the name of the alternative that runs today"});
}

int year_of(const ComparisonFile& file, std::optional<int> year) {
    if (year) return *year;
    return file.demand ? static_cast<int>(file.demand->start.month().year()) : 2026;
}

ComparisonFile read_root(const Node& root, std::optional<int> year, Reading& reading) {
    ComparisonFile file;
    Comparison& comparison = file.comparison;
    MapReader map{root, reading, "the file of alternatives"};
    check_version(map, reading);
    comparison.currency = map.read("currency", parse_currency).value_or(comparison.currency);
    comparison.discount_rate =
        map.read("discount_rate", alternatives::parse_discount_rate).value_or(comparison.discount_rate);
    comparison.inflation = map.read("inflation", yearly_change).value_or(comparison.inflation);
    if (const Node* rates = map.find("exchange")) read_exchange(*rates, comparison, reading);
    comparison.current = map.read_text("current").value_or("");
    comparison.overlap = static_cast<int>(map.read("overlap", months_from(0)).value_or(0));
    const Node* demand = year ? map.find("demand") : map.demand("demand");
    if (demand != nullptr) {
        file.demand = read_demand(*demand, reading);
        comparison.stated_demand = file.demand->where;
    }
    for (const NodePointer& item : map.read_list("alternatives")) {
        auto one = read_alternative(*item, year_of(file, year), reading);
        if (one) comparison.alternatives.push_back(*std::move(one));
    }
    check_names(comparison, reading);
    check_members(comparison, reading);
    check_current(map, comparison, reading);
    map.finish();
    return file;
}

}  // namespace

bool is_comparison_text(std::string_view text) {
    return text.starts_with("comparison:") || text.find("\ncomparison:") != std::string_view::npos;
}

Result<ComparisonFile> read_comparison(std::string file, std::string text, std::optional<int> year) {
    const auto document = parse_document(std::move(file), std::move(text));
    if (!document) return document.error();
    Reading reading{*document, {}};
    ComparisonFile read = read_root(*document->root, year, reading);
    Diagnostics diagnostics = std::move(reading).finish();
    if (has_errors(diagnostics)) return diagnostics;
    return read;
}

}  // namespace firn::yaml
