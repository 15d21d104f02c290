#include "core/report/json_value.hpp"

#include <cstdint>
#include <limits>
#include <utility>

namespace firn::report {

Json provenance_json(const Provenance& provenance) {
    Json json;
    json["version"] = provenance.program_version;
    json["format"] = provenance.format_version;
    if (provenance.seed) json["seed"] = *provenance.seed;
    if (provenance.scenario_hash) json["scenario_hash"] = *provenance.scenario_hash;
    json["price_books"] = Json::array();
    for (const PriceBookIdentity& book : provenance.price_books) {
        json["price_books"].push_back({{"name", book.name},
                                       {"region", book.region},
                                       {"verified_until", book.verified_until},
                                       {"fingerprint", book.fingerprint}});
    }
    return json;
}

Json count_json(UInt128 count) {
    if (count > std::numeric_limits<std::uint64_t>::max()) return to_decimal(count);
    return static_cast<std::uint64_t>(count);
}

Json duration_json(const std::optional<Duration>& duration) {
    return duration ? Json(duration->count()) : Json(nullptr);
}

Json pipeline_json(const scenario::Pipeline& pipeline) {
    const auto graded = [](std::string value, scenario::Grade grade) {
        return Json{{"value", std::move(value)}, {"evidence", name_of(grade)}};
    };
    return {{"fetch_latency", graded(to_text(pipeline.fetch_latency), pipeline.fetch_evidence)},
            {"fetch_rate", graded(to_text(pipeline.fetch_rate), pipeline.fetch_evidence)},
            {"upload_latency", graded(to_text(pipeline.upload_latency), pipeline.upload_evidence)},
            {"upload_rate", graded(to_text(pipeline.upload_rate), pipeline.upload_evidence)}};
}

std::string json_text(const Json& json) {
    return json.dump(2, ' ', false, Json::error_handler_t::replace) + '\n';
}

}  // namespace firn::report
