#include "core/report/assumption_json.hpp"

#include <string>

namespace firn::report {

Json assumptions_json(const std::vector<Assumption>& assumptions) {
    Json json = Json::array();
    for (const Assumption& assumption : assumptions)
        json.push_back({{"what", assumption.what},
                        {"grade", std::string{pricing::to_text(assumption.grade)}},
                        {"source", assumption.source}});
    return json;
}

}  // namespace firn::report
