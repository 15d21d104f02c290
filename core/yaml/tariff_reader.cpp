#include "core/yaml/tariff_reader.hpp"

#include "core/diag/did_you_mean.hpp"
#include "core/units/quantity_text.hpp"
#include "core/yaml/contradiction.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

namespace firn::yaml {

using usage::to_text;

namespace {

using pricing::BillingUnit;
using pricing::Evidence;
using pricing::PriceBook;
using pricing::PricePeriod;
using pricing::Tariff;

constexpr std::size_t kDayLength = std::string_view{"2012-09-04"}.size();

Expected<Instant, QuantityError> parse_day(std::string_view text) {
    if (is_day(text)) return *parse_rfc3339(text);
    return QuantityError{"date-malformed", fmt::format("\"{}\" is not a day", text),
                         "a day, such as 2012-09-04", ""};
}

Expected<usage::ChargeType, QuantityError> parse_charge(std::string_view text) {
    if (const auto charge = usage::parse_charge_type(text)) return *charge;
    const auto names = usage::charge_type_names();
    return QuantityError{"charge-type-unknown", fmt::format("there is no charge \"{}\"", text), one_of(names),
                         ""};
}

Expected<BillingUnit, QuantityError> parse_unit(std::string_view text) {
    for (const BillingUnit unit :
         {BillingUnit::gb_month, BillingUnit::gb, BillingUnit::requests, BillingUnit::units}) {
        if (to_text(unit) == text) return unit;
    }
    return QuantityError{"unit-of-charge-unknown", fmt::format("\"{}\" is no unit of a charge", text),
                         "GB-Mo, GB, Requests or Units", ""};
}

Expected<usage::RetrievalRule, QuantityError> parse_retrieval_rule(std::string_view text) {
    for (const auto rule : {usage::RetrievalRule::first_faq, usage::RetrievalRule::reworked_faq}) {
        if (to_text(rule) == text) return rule;
    }
    return QuantityError{"rule-unknown", fmt::format("there is no retrieval rule \"{}\"", text),
                         "first-faq or reworked-faq", ""};
}

/// "5 %"
Expected<Rational, QuantityError> parse_percent(std::string_view text) {
    constexpr std::string_view kExpected = "a share, such as 5 %";
    const auto sign = text.find('%');
    if (sign == std::string_view::npos || sign + 1 != text.size()) {
        return QuantityError{"unit-missing", fmt::format("\"{}\" is not a share", text),
                             std::string{kExpected}, "write the percent sign"};
    }
    auto number = parse_amount(text.substr(0, sign));
    if (!number) return std::move(number).error();
    return Rational{*number / 100};
}

/// Reads one charge; knows what its unit means for bounds and free amounts.
class TariffReader {
  public:
    TariffReader(const Node& node, const PriceBook& book, Reading& reading)
        : map_{node, reading, "a charge"}, book_{book}, reading_{reading} {
        tariff_.where = reading.at(node.place);
    }

    Tariff read() && {
        tariff_.charge = map_.require("charge", parse_charge).value_or(usage::ChargeType::other);
        tariff_.storage_class = map_.read_text("class").value_or("");
        tariff_.kind = map_.read_text("kind").value_or("");
        tariff_.tier = map_.read_text("tier").value_or("");
        tariff_.unit = map_.require("unit", parse_unit).value_or(BillingUnit::requests);
        tariff_.usage_type = map_.require_text("usage_type").value_or("");
        tariff_.usage_type_doubt = map_.read_text("usage_type_doubt").value_or("");
        for (const NodePointer& item : map_.read_list("operations")) {
            if (auto operation = scalar_text(*item, reading_)) tariff_.operations.push_back(*operation);
        }
        if (const Node* fee = map_.find("peak_fee")) read_peak_fee(*fee);
        if (const Node* doubt = map_.find("rate_doubt")) read_rate_doubt(*doubt);
        // A rate that is another charge's is resolved when all charges are read.
        if (map_.find("rate_of") == nullptr) (void)map_.demand("periods");
        for (const NodePointer& item : map_.read_list("periods"))
            tariff_.periods.push_back(read_period(*item));
        map_.finish();
        return std::move(tariff_);
    }

  private:
    void read_rate_doubt(const Node& node) {
        MapReader map{node, reading_, "rate_doubt"};
        tariff_.rate_doubt =
            pricing::RateDoubt{map.require_text("reason").value_or(""), map.read("until", parse_day)};
        map.finish();
    }
    void read_peak_fee(const Node& node) {
        MapReader map{node, reading_, "peak_fee"};
        const auto hours = map.require("job_hours", parse_count).value_or(4);
        tariff_.peak_fee =
            pricing::PeakFee{map.require("allowance", parse_percent).value_or(0),
                             static_cast<int>(std::clamp<std::int64_t>(hours, 1, kHoursOfDay))};
        if (hours < 1 || hours > kHoursOfDay) {
            reading_.report(*map.find("job_hours"),
                            Diagnostic{.code = "hours-out-of-range",
                                       .what = fmt::format("a job cannot count over {} hours", hours),
                                       .expected = "1 to 24 hours"});
        }
        map.finish();
    }
    PricePeriod read_period(const Node& node);
    void read_prices(MapReader& map, PricePeriod& period);
    pricing::Band read_band(const Node& node);
    Evidence read_evidence(MapReader& map);
    std::string read_doubt(MapReader& map);
    /// An amount in the unit of the charge: bytes with their unit, or pieces without.
    std::optional<Rational> read_quantity(MapReader& map, std::string_view key);

    static constexpr std::int64_t kHoursOfDay = 24;
    MapReader map_;
    const PriceBook& book_;
    Reading& reading_;
    Tariff tariff_;
};

std::optional<Rational> TariffReader::read_quantity(MapReader& map, std::string_view key) {
    const bool counts_pieces = tariff_.unit == BillingUnit::requests || tariff_.unit == BillingUnit::units;
    if (counts_pieces) return map.read(key, parse_amount);
    const auto bytes = map.read(key, parse_byte_amount);
    if (!bytes) return std::nullopt;
    return Rational{*bytes / book_.gb.count()};
}

/// `confirmed: false` with its reason; the doubt is that reason.
std::string TariffReader::read_doubt(MapReader& map) {
    const auto confirmed = map.read("confirmed", parse_boolean);
    const auto reason = map.read_text("reason");
    if (confirmed == false) return map.require_text("reason").value_or("");
    if (reason) {
        reading_.report(*map.find("reason"),
                        Diagnostic{.code = "entries-contradict",
                                   .what = "a confirmed number needs no reason for doubt",
                                   .expected = "confirmed: false beside the reason"});
    }
    return {};
}

Evidence TariffReader::read_evidence(MapReader& map) {
    Evidence evidence;
    (void)map.demand("sources");
    for (const NodePointer& item : map.read_list("sources")) {
        const auto id = scalar_text(*item, reading_);
        if (!id) continue;
        const auto source = std::find_if(book_.sources.begin(), book_.sources.end(),
                                         [&](const pricing::Source& known) { return known.id == *id; });
        if (source != book_.sources.end()) {
            evidence.sources.push_back(static_cast<std::size_t>(source - book_.sources.begin()));
            continue;
        }
        std::vector<std::string> known;
        for (const pricing::Source& one : book_.sources)
            known.push_back(one.id);
        const std::string closest = closest_to(*id, known);
        reading_.report(*item,
                        Diagnostic{.code = "source-unknown",
                                   .what = fmt::format("the source \"{}\" is not in this book", *id),
                                   .expected = one_of(known),
                                   .remedy = closest.empty() ? "add it under sources"
                                                             : fmt::format("did you mean \"{}\"?", closest)});
    }
    evidence.doubt = read_doubt(map);
    evidence.sku = map.read_text("sku").value_or("");
    return evidence;
}

pricing::Band TariffReader::read_band(const Node& node) {
    MapReader map{node, reading_, "a band"};
    if (map.read("unknown", parse_boolean).value_or(false)) {
        map.finish();
        return {.is_known = false};
    }
    pricing::Band band{.up_to = read_quantity(map, "up_to"),
                       .price = map.require("price", parse_unit_price).value_or(UnitPrice{}),
                       .doubt = read_doubt(map)};
    map.finish();
    return band;
}

void TariffReader::read_prices(MapReader& map, PricePeriod& period) {
    if (!demand_one(map, {"price", "bands"})) return;
    if (const auto price = map.read("price", parse_unit_price)) period.bands.push_back({.price = *price});
    for (const NodePointer& item : map.read_list("bands"))
        period.bands.push_back(read_band(*item));
}

PricePeriod TariffReader::read_period(const Node& node) {
    MapReader map{node, reading_, "a period of prices"};
    PricePeriod period{.from = map.require("from", parse_day).value_or(Instant{}),
                       .until = map.read("until", parse_day).value_or(pricing::open_end()),
                       .where = reading_.at(node.place)};
    read_prices(map, period);
    period.free = read_quantity(map, "free").value_or(Rational{0});
    period.evidence = read_evidence(map);
    if (tariff_.peak_fee) {
        const auto rule = map.require("rule", parse_retrieval_rule);
        period.retrieval = pricing::RetrievalTerms{rule.value_or(usage::RetrievalRule::first_faq),
                                                   map.read_text("rule_doubt").value_or("")};
    }
    map.finish();
    return period;
}

}  // namespace

bool is_day(std::string_view text) { return text.size() == kDayLength && parse_rfc3339(text).has_value(); }

pricing::Tariff read_tariff(const Node& node, const PriceBook& book, Reading& reading) {
    return TariffReader{node, book, reading}.read();
}

}  // namespace firn::yaml
