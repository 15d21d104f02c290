#include "core/scenario/field.hpp"

#include <algorithm>
#include <cassert>

namespace firn::scenario {

namespace {

template <class Row>
const Row* find_row(const std::vector<Row>& table, std::string_view path) {
    const auto row = std::find_if(table.begin(), table.end(), [&](const Row& r) { return r.path == path; });
    return row == table.end() ? nullptr : &*row;
}

}  // namespace

const Field* find_field(std::string_view path) { return find_row(fields(), path); }

const Section* find_section(std::string_view path) { return find_row(sections(), path); }

std::string_view parent_of(std::string_view path) {
    const auto dot = path.rfind('.');
    return dot == std::string_view::npos ? std::string_view{} : path.substr(0, dot);
}

bool is_in_force(const Field& field, const Scenario& scenario) {
    const Section* section = find_section(parent_of(field.path));
    return section == nullptr || !section->optional || section->is_present(scenario);
}

void apply_defaults(Scenario& scenario, std::string_view section) {
    for (const Field& field : fields()) {
        if (field.fallback.empty() || parent_of(field.path) != section) continue;
        [[maybe_unused]] const auto error = field.set(scenario, field.fallback);
        assert(!error && "the table's own default must be valid");
    }
}

Scenario default_scenario() {
    Scenario scenario;
    apply_defaults(scenario, "");
    for (const Section& section : sections()) {
        if (!section.optional) apply_defaults(scenario, section.path);
    }
    return scenario;
}

}  // namespace firn::scenario
