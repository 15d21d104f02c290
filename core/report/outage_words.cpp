#include "core/report/outage_words.hpp"

#include "core/planner/outage_sums.hpp"
#include "core/report/amounts.hpp"
#include "core/report/service_words.hpp"

#include <fmt/format.h>

namespace firn::report {

namespace {

const char* name_of(scenario::Resource resource) {
    switch (resource) {
        case scenario::Resource::store:
            return "store";
        case scenario::Resource::network:
            return "network";
        case scenario::Resource::service:
            return "service";
    }
    return "";
}

std::string sentence_on(const planner::OutageSum& sum, Instant start) {
    if (!sum.first) return fmt::format("The {} is never out.", name_of(sum.resource));
    return fmt::format("The {} is out {}, {} in all, first on {}.", name_of(sum.resource),
                       counted(sum.outages, "time", "times"), to_rough_text(sum.time),
                       minute_text(start + *sum.first));
}

}  // namespace

std::vector<std::string> outage_sentences(const scenario::Scenario& scenario, Duration months) {
    std::vector<std::string> sentences;
    for (const planner::OutageSum& sum : planner::outage_sums(scenario, months))
        sentences.push_back(sentence_on(sum, scenario.start));
    return sentences;
}

Json outages_json(const scenario::Scenario& scenario, Duration months) {
    Json json = Json::array();
    for (const planner::OutageSum& sum : planner::outage_sums(scenario, months)) {
        json.push_back(
            {{"resource", name_of(sum.resource)},
             {"outages", sum.outages},
             {"time_us", sum.time.count()},
             {"first_at", sum.first ? Json(to_text(scenario.start + *sum.first)) : Json(nullptr)}});
    }
    return json;
}

}  // namespace firn::report
