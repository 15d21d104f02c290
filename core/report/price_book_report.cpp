#include "core/report/price_book_report.hpp"

#include "core/pricing/amount_text.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

namespace firn::report {

using firn::to_text;
using pricing::grouped;
using pricing::to_text;
using usage::to_text;

namespace {

using pricing::Band;
using pricing::BillingUnit;
using pricing::PriceBook;
using pricing::PricePeriod;
using pricing::Tariff;

std::string day_text(Instant instant) { return to_text(instant).substr(0, 10); }
std::string last_day_text(Instant until) { return day_text(until - Duration{1}); }

bool holds_on(const PricePeriod& period, std::optional<Instant> day) {
    return !day || (period.from <= *day && *day < period.until);
}

std::string charge_text(const Tariff& tariff) {
    const std::string& detail = tariff.kind.empty() ? tariff.tier : tariff.kind;
    const std::string name{to_text(tariff.charge)};
    return detail.empty() ? name : fmt::format("{} ({})", name, detail);
}

/// "all", "first 10,240", "to 51,200", "above 512,000"
std::string band_text(const PricePeriod& period, std::size_t index) {
    if (period.bands.size() == 1) return "all";
    const auto& upper = period.bands.at(index).up_to;
    if (!upper) return fmt::format("above {}", grouped(*period.bands.at(index - 1).up_to));
    return fmt::format("{} {}", index == 0 ? "first" : "to", grouped(*upper));
}

std::string sources_text(const pricing::Evidence& evidence, const PriceBook& book) {
    std::string text;
    for (const std::size_t index : evidence.sources)
        text += (text.empty() ? "" : ", ") + book.sources.at(index).id;
    return text;
}

/// Calls `visit(tariff, period)` for each set of prices that is to be shown.
template <class Visit>
void for_each_period(const PriceBookReport& report, Visit visit) {
    for (const Tariff& tariff : report.book.tariffs) {
        for (const PricePeriod& period : tariff.periods) {
            if (holds_on(period, report.day)) visit(tariff, period);
        }
    }
}

std::string joined_doubts(const PricePeriod& period, const Band& band) {
    std::string text = period.evidence.doubt;
    if (!band.doubt.empty()) text += (text.empty() ? "" : "; ") + band.doubt;
    return text;
}

Json bands_json(const PricePeriod& period) {
    Json json = Json::array();
    for (const Band& band : period.bands) {
        json.push_back({{"up_to", band.up_to ? Json(format_decimal(*band.up_to)) : Json(nullptr)},
                        {"price", to_text(band.price)},
                        {"confirmed", joined_doubts(period, band).empty()},
                        {"doubt", joined_doubts(period, band)}});
    }
    return json;
}

Json period_json(const PricePeriod& period, const PriceBook& book) {
    Json json{{"from", day_text(period.from)}, {"until", day_text(period.until)}};
    json["free"] = format_decimal(period.free);
    json["bands"] = bands_json(period);
    if (period.retrieval) {
        json["rule"] = std::string{to_text(period.retrieval->rule)};
        json["rule_doubt"] = period.retrieval->doubt;
    }
    json["sources"] = Json::array();
    for (const std::size_t index : period.evidence.sources)
        json["sources"].push_back(book.sources.at(index).id);
    return json;
}

Json tariff_json(const Tariff& tariff, const PriceBookReport& report) {
    Json json;
    json["charge"] = std::string{to_text(tariff.charge)};
    if (!tariff.storage_class.empty()) json["class"] = tariff.storage_class;
    if (!tariff.kind.empty()) json["kind"] = tariff.kind;
    if (!tariff.tier.empty()) json["tier"] = tariff.tier;
    json["unit"] = std::string{to_text(tariff.unit)};
    json["usage_type"] = report.book.usage_type_prefix + tariff.usage_type;
    json["periods"] = Json::array();
    for (const PricePeriod& period : tariff.periods) {
        if (holds_on(period, report.day)) json["periods"].push_back(period_json(period, report.book));
    }
    return json;
}

Json classes_json(const PriceBook& book) {
    Json json = Json::array();
    for (const pricing::ClassTerms& terms : book.classes) {
        json.push_back({{"name", terms.name},
                        {"overhead_bytes", terms.overhead.count()},
                        {"minimum_duration", to_text(terms.minimum_duration)}});
    }
    return json;
}

Json identity_json(const PriceBook& book) {
    return {{"price_book", book.name},
            {"title", book.title},
            {"region", book.region},
            {"currency", book.currency},
            {"from", day_text(begin_of(book))},
            {"until", day_text(end_of(book))},
            {"verified_until", book.verified_until},
            {"fingerprint", book.fingerprint}};
}

}  // namespace

Table catalogue_table(const std::vector<PriceBook>& books) {
    Table table{{{"price book", Align::left},
                 {"region", Align::left},
                 {"prices from", Align::left},
                 {"last day", Align::left},
                 {"verified until", Align::left},
                 {"currency", Align::left},
                 {"title", Align::left}}};
    for (const PriceBook& book : books) {
        table.rows.push_back({book.name, book.region, day_text(begin_of(book)), last_day_text(end_of(book)),
                              book.verified_until, book.currency, book.title});
    }
    return table;
}

std::string catalogue_json(const std::vector<PriceBook>& books, const Provenance& provenance) {
    Json json;
    json["firn"] = provenance_json(provenance);
    json["price_books"] = Json::array();
    for (const PriceBook& book : books)
        json["price_books"].push_back(identity_json(book));
    return json_text(json);
}

std::string price_book_sentence(const PriceBookReport& report) {
    const PriceBook& book = report.book;
    const std::string time =
        report.day ? "on " + day_text(*report.day)
                   : fmt::format("from {} to {}", day_text(begin_of(book)), last_day_text(end_of(book)));
    return fmt::format(
        "{} in {} ({}), {}, in {}; a GB is {} bytes, a month its real hours; verified until {}.", book.name,
        book.region, book.title, time, book.currency, grouped(Rational{book.gb.count()}),
        book.verified_until);
}

Table prices_table(const PriceBookReport& report) {
    Table table{{{"charge", Align::left},
                 {"unit", Align::left},
                 {"from", Align::left},
                 {"last day", Align::left},
                 {"quantity", Align::left},
                 {"price"},
                 {"free"},
                 {"confirmed", Align::left},
                 {"sources", Align::left}}};
    for_each_period(report, [&](const Tariff& tariff, const PricePeriod& period) {
        for (std::size_t i = 0; i < period.bands.size(); ++i) {
            const Band& band = period.bands.at(i);
            table.rows.push_back({charge_text(tariff), std::string{to_text(tariff.unit)},
                                  day_text(period.from), last_day_text(period.until), band_text(period, i),
                                  to_text(band.price), i == 0 && period.free > 0 ? grouped(period.free) : "",
                                  joined_doubts(period, band).empty() ? "yes" : "no",
                                  sources_text(period.evidence, report.book)});
        }
    });
    return table;
}

Table sources_table(const PriceBook& book) {
    Table table{{{"source", Align::left},
                 {"date", Align::left},
                 {"what it is", Align::left},
                 {"address", Align::left}}};
    for (const pricing::Source& source : book.sources)
        table.rows.push_back({source.id, source.date, source.title, source.address});
    return table;
}

std::vector<std::string> doubts_of(const PriceBookReport& report) {
    std::vector<std::string> doubts;
    const auto add = [&](const Tariff& tariff, const std::string& doubt) {
        std::string text = fmt::format("{}: {}.", charge_text(tariff), doubt);
        if (doubt.empty() || std::find(doubts.begin(), doubts.end(), text) != doubts.end()) return;
        doubts.push_back(std::move(text));
    };
    for_each_period(report, [&](const Tariff& tariff, const PricePeriod& period) {
        add(tariff, period.evidence.doubt);
        for (const Band& band : period.bands)
            add(tariff, band.doubt);
        if (period.retrieval) add(tariff, period.retrieval->doubt);
        if (!tariff.usage_type_doubt.empty())
            add(tariff, "the usage type " + tariff.usage_type + ": " + tariff.usage_type_doubt);
    });
    return doubts;
}

std::string price_book_json(const PriceBookReport& report) {
    Json json;
    json["firn"] = provenance_json(report.provenance);
    json.update(identity_json(report.book));
    json["gb_bytes"] = report.book.gb.count();
    json["month"] = "real-hours";
    json["classes"] = classes_json(report.book);
    json["charges"] = Json::array();
    for (const Tariff& tariff : report.book.tariffs)
        json["charges"].push_back(tariff_json(tariff, report));
    json["sources"] = Json::array();
    for (const pricing::Source& source : report.book.sources) {
        json["sources"].push_back(
            {{"id", source.id}, {"title", source.title}, {"address", source.address}, {"date", source.date}});
    }
    return json_text(json);
}

}  // namespace firn::report
