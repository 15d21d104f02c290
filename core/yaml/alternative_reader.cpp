#include "core/yaml/alternative_reader.hpp"

#include "core/alternatives/defaults.hpp"
#include "core/diag/did_you_mean.hpp"
#include "core/units/currency_text.hpp"
#include "core/units/quantity_text.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

namespace firn::yaml {

namespace {

using alternatives::Alternative;
using alternatives::Grade;
using alternatives::Kind;
using alternatives::Parameter;

std::string meant(const std::string& word, const std::vector<std::string>& names) {
    const std::string near = closest_to(word, names);
    return near.empty() ? "" : fmt::format("did you mean \"{}\"?", near);
}

/// "an alternative of the kind tape", so that a key that another kind has is told as such.
std::string called(const Node& node) {
    const auto kind = std::find_if(node.entries.begin(), node.entries.end(),
                                   [](const Entry& entry) { return entry.key == "kind"; });
    const bool is_known = kind != node.entries.end() && alternatives::parse_kind(kind->value->scalar);
    return is_known ? fmt::format("an alternative of the kind {}", kind->value->scalar) : "an alternative";
}

std::optional<Kind> read_kind(MapReader& map) {
    const auto text = map.require_text("kind");
    if (!text) return std::nullopt;
    const auto kind = alternatives::parse_kind(*text);
    if (!kind)
        map.reading().report(*map.find("kind"),
                             Diagnostic{.code = "alternative-kind-unknown",
                                        .what = fmt::format("there is no kind of alternative \"{}\"", *text),
                                        .expected = one_of(alternatives::kind_names()),
                                        .remedy = meant(*text, alternatives::kind_names())});
    return kind;
}

/// Whether more of it costs less, as of the life of a drive or what one holds.
bool saves_money(const Parameter& usual) {
    const std::string_view key = usual.key;
    return usual.cheap > usual.dear || key.ends_with("_capacity") || key.ends_with("_rate") ||
           key == "audit_months" || key == "data_units" || key == "drives_per_server";
}

/// An end of a range on the wrong side of its value.
void check_end(MapReader& map, std::string_view end, bool is_fine, const Parameter& parameter) {
    if (is_fine) return;
    map.reading().report(
        *map.find(end),
        Diagnostic{.code = "parameter-out-of-range",
                   .what = fmt::format("{} of {} is on the wrong side of its value, {}", end, parameter.key,
                                       alternatives::value_text(parameter.unit, parameter.value)),
                   .expected = "low <= value <= high"});
}

/// {value: 120, low: 96, high: 180}: the smallest and the largest value. The cheap end is the low one, but of
/// what saves money.
void read_range(const Node& node, Parameter& parameter, Reading& reading) {
    const auto parse = [&](std::string_view text) { return alternatives::parse_value(parameter.unit, text); };
    const bool is_cheap_high = saves_money(parameter);
    MapReader map{node, reading, parameter.key};
    const auto value = map.require("value", parse);
    const auto low = map.read("low", parse);
    const auto high = map.read("high", parse);
    parameter.source = map.read_text("source").value_or("stated");
    map.finish();
    parameter.value = value.value_or(parameter.value);
    parameter.cheap = low.value_or(parameter.value);
    parameter.dear = high.value_or(parameter.value);
    if (!value) return;
    check_end(map, "low", parameter.cheap <= *value, parameter);
    check_end(map, "high", *value <= parameter.dear, parameter);
    if (is_cheap_high) std::swap(parameter.cheap, parameter.dear);
}

/// "120", or a range.
void read_parameter(const Node& node, Parameter& parameter, Reading& reading) {
    const auto parse = [&](std::string_view text) { return alternatives::parse_value(parameter.unit, text); };
    if (node.kind == Node::Kind::map) {
        read_range(node, parameter, reading);
    } else {
        const auto text = scalar_text(node, reading);
        if (!text) return;
        auto value = parse(*text);
        if (!value) {
            reading.report(node, std::move(value).error());
            return;
        }
        parameter.value = parameter.cheap = parameter.dear = *value;
        parameter.source = "stated";
    }
    parameter.grade = Grade::stated;
    parameter.currency.clear();
}

Expected<int, QuantityError> parse_year(std::string_view text) {
    constexpr std::int64_t kFirst = 1970;
    constexpr std::int64_t kLast = 9999;
    const auto year = parse_count(text);
    if (!year) return year.error();
    if (*year < kFirst || *year > kLast)
        return QuantityError{"value-out-of-range", fmt::format("there is no year {}", *year),
                             fmt::format("{} to {}", kFirst, kLast), ""};
    return static_cast<int>(*year);
}

void read_shocks(MapReader& map, Alternative& alternative) {
    for (const NodePointer& item : map.read_list("shocks")) {
        MapReader shock{*item, map.reading(), "a shock"};
        const auto year = shock.require("year", parse_year);
        const auto factor = shock.require("factor", parse_amount);
        shock.finish();
        if (year && factor) alternative.shocks.push_back({*year, *factor});
    }
}

void read_members(MapReader& map, Alternative& set) {
    for (const NodePointer& item : map.read_list("of")) {
        if (const auto name = scalar_text(*item, map.reading())) set.members.push_back(*name);
    }
    constexpr std::size_t kMost = 3;
    if (set.members.size() >= 2 && set.members.size() <= kMost) return;
    map.reading().report(
        map.node(),
        Diagnostic{.code = "set-empty",
                   .what = fmt::format("the set \"{}\" has {} members", set.name, set.members.size()),
                   .expected = "two or three alternatives that are kept together",
                   .remedy = "name them: of: [drives, tape]"});
}

void read_service(MapReader& map, Alternative& alternative) {
    alternative.service = map.require_text("service").value_or("");
    const auto& names = alternatives::archive_services();
    if (std::find(names.begin(), names.end(), alternative.service) != names.end()) return;
    if (alternative.service.empty()) return;
    map.reading().report(
        *map.find("service"),
        Diagnostic{.code = "archive-service-unknown",
                   .what = fmt::format("the prices of \"{}\" are not known", alternative.service),
                   .expected = one_of(names),
                   .remedy = meant(alternative.service, names)});
}

void read_book(MapReader& map, Alternative& alternative) {
    alternative.price_book = map.read_text("price_book").value_or("aws-s3-glacier");
    alternative.region = map.read_text("region").value_or("us-east-1");
    alternative.storage_class = map.require_text("storage_class").value_or("");
    alternative.tier = map.read_text("tier").value_or("");
}

/// A quote is what it asks; a price that is not stated would be free.
void check_quote(MapReader& map, const Alternative& quote) {
    if (map.has("per_tb_month")) return;
    map.reading().report(
        map.node(),
        Diagnostic{.code = "quote-without-price",
                   .what = fmt::format("the quote \"{}\" does not say what it asks for storage", quote.name),
                   .expected = "per_tb_month: the price of 10^12 bytes for a month",
                   .remedy = "add what the vendor asks, such as per_tb_month: 10, or {value: 10, low: 8, "
                             "high: 15}; 0 for an offer without such a price"});
}

/// A set states no sums of its own.
void refuse_currency(MapReader& map, const Alternative& set) {
    if (!map.has("currency")) return;
    map.reading().report(
        *map.find("currency"),
        Diagnostic{.code = "setting-without-effect",
                   .what = fmt::format("the set \"{}\" states no sums of money", set.name),
                   .expected = "members that state theirs, each in its own currency",
                   .remedy = "state the currency of the members that are meant, or that of the comparison"});
}

}  // namespace

std::optional<Alternative> read_alternative(const Node& node, int year, Reading& reading) {
    MapReader map{node, reading, called(node)};
    Alternative alternative{.where = reading.at(node.place)};
    const auto kind = read_kind(map);
    alternative.name = map.read_text("name").value_or("");
    if (!kind) return std::nullopt;
    alternative.kind = *kind;
    if (alternative.name.empty()) alternative.name = to_text(*kind);
    if (*kind == Kind::set) read_members(map, alternative);
    if (*kind == Kind::archive_service) read_service(map, alternative);
    if (*kind == Kind::price_book) read_book(map, alternative);
    if (*kind == Kind::usb_drives || *kind == Kind::second_datacenter || *kind == Kind::tape)
        read_shocks(map, alternative);
    alternative.parameters = alternatives::default_parameters(*kind, year, alternative.service);
    for (Parameter& parameter : alternative.parameters.all()) {
        if (const Node* value = map.find(parameter.key)) read_parameter(*value, parameter, reading);
    }
    if (*kind == Kind::vendor_quote) check_quote(map, alternative);
    if (*kind == Kind::set)
        refuse_currency(map, alternative);
    else
        alternative.currency = map.read("currency", parse_currency).value_or("");
    map.finish();
    return alternative;
}

}  // namespace firn::yaml
