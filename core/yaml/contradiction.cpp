#include "core/yaml/contradiction.hpp"

#include "core/diag/did_you_mean.hpp"

#include <fmt/format.h>

namespace firn::yaml {

std::size_t refuse_together(MapReader& map, const std::vector<std::string>& keys) {
    std::vector<std::string> given;
    for (const std::string& key : keys) {
        if (map.has(key)) given.push_back(key);
    }
    if (given.size() > 1) {
        map.reading().report(
            map.node(),
            Diagnostic{.code = "entries-contradict",
                       .what = fmt::format("\"{}\" and \"{}\" cannot stand together", given[0], given[1]),
                       .expected = fmt::format("one of {}", one_of(keys)),
                       .remedy = "keep one of the two"});
    }
    return given.size();
}

bool demand_one(MapReader& map, const std::vector<std::string>& keys) {
    const std::size_t given = refuse_together(map, keys);
    if (given == 0 && map.node().kind == Node::Kind::map) {
        map.reading().report(map.node(), Diagnostic{.code = "key-missing",
                                                    .what = "this entry does not say how much it is",
                                                    .expected = fmt::format("one of {}", one_of(keys))});
    }
    return given == 1;
}

}  // namespace firn::yaml
