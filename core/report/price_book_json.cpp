#include "core/report/price_book_json.hpp"

#include "core/report/price_period_text.hpp"

namespace firn::report {

using firn::to_text;
using pricing::to_text;
using usage::to_text;

namespace {

Json end_json(Instant until) { return until >= pricing::open_end() ? Json(nullptr) : Json(day_text(until)); }

Json bands_json(const pricing::Tariff& tariff, const pricing::PricePeriod& period) {
    Json json = Json::array();
    for (const pricing::Band& band : period.bands) {
        json.push_back({{"up_to", band.up_to ? Json(format_decimal(*band.up_to)) : Json(nullptr)},
                        {"price", band.is_known ? Json(to_text(band.price)) : Json(nullptr)},
                        {"confirmed", band.is_known && joined_doubts(tariff, period, band).empty()},
                        {"doubt", joined_doubts(tariff, period, band)}});
    }
    return json;
}

Json period_json(const pricing::Tariff& tariff, const pricing::PricePeriod& period,
                 const pricing::PriceBook& book) {
    Json json{{"from", day_text(period.from)}, {"until", end_json(period.until)}};
    json["free"] = format_decimal(period.free);
    json["bands"] = bands_json(tariff, period);
    if (period.retrieval) {
        json["rule"] = std::string{to_text(period.retrieval->rule)};
        json["rule_doubt"] = period.retrieval->doubt;
    }
    if (!period.evidence.sku.empty()) json["sku"] = period.evidence.sku;
    json["sources"] = Json::array();
    for (const std::size_t index : period.evidence.sources)
        json["sources"].push_back(book.sources.at(index).id);
    return json;
}

/// The names by which a charge is found.
Json name_json(const pricing::Tariff& tariff) {
    Json json{{"charge", std::string{to_text(tariff.charge)}}};
    if (!tariff.storage_class.empty()) json["class"] = tariff.storage_class;
    if (!tariff.kind.empty()) json["kind"] = tariff.kind;
    if (!tariff.tier.empty()) json["tier"] = tariff.tier;
    return json;
}

Json tariff_json(const pricing::Tariff& tariff, const PriceBookReport& report) {
    Json json = name_json(tariff);
    json["unit"] = std::string{to_text(tariff.unit)};
    json["usage_type"] = report.book.usage_type_prefix + tariff.usage_type;
    if (!tariff.operations.empty()) json["operations"] = tariff.operations;
    if (tariff.rate_of) json["rate_of"] = name_json(report.book.tariffs.at(*tariff.rate_of));
    json["periods"] = Json::array();
    for (const pricing::PricePeriod& period : tariff.periods) {
        if (holds_on(period, report.day)) json["periods"].push_back(period_json(tariff, period, report.book));
    }
    return json;
}

Json classes_json(const pricing::PriceBook& book) {
    Json json = Json::array();
    for (const pricing::ClassTerms& terms : book.classes) {
        json.push_back({{"name", terms.name},
                        {"overhead_bytes", terms.overhead.count()},
                        {"standard_overhead_bytes", terms.standard_overhead.count()},
                        {"minimum_bytes", terms.minimum_size.count()},
                        {"minimum_duration", to_text(terms.minimum_duration)}});
    }
    return json;
}

}  // namespace

Json book_identity_json(const pricing::PriceBook& book) {
    const auto& closed = book.closed_to_new_customers;
    return {{"price_book", book.name},
            {"title", book.title},
            {"region", book.region},
            {"currency", book.currency},
            {"from", day_text(begin_of(book))},
            {"until", end_json(end_of(book))},
            {"verified_until", book.verified_until},
            {"closed_to_new_customers", closed ? Json(day_text(*closed)) : Json(nullptr)},
            {"fingerprint", book.fingerprint}};
}

std::string price_book_json(const PriceBookReport& report) {
    Json json;
    json["firn"] = provenance_json(report.provenance);
    json.update(book_identity_json(report.book));
    json["gb_bytes"] = report.book.gb.count();
    json["month"] = "real-hours";
    json["classes"] = classes_json(report.book);
    json["charges"] = Json::array();
    for (const pricing::Tariff& tariff : report.book.tariffs)
        json["charges"].push_back(tariff_json(tariff, report));
    json["sources"] = Json::array();
    for (const pricing::Source* source : sources_of(report)) {
        json["sources"].push_back({{"id", source->id},
                                   {"title", source->title},
                                   {"address", source->address},
                                   {"date", source->date}});
    }
    return json_text(json);
}

}  // namespace firn::report
