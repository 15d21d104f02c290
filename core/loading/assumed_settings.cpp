#include "core/loading/assumed_settings.hpp"

#include "core/scenario/field.hpp"

namespace firn::loading {

namespace {

using scenario::Field;

/// Whether the default is worth a word: it is in force and not just "off". How the files were read is said
/// elsewhere.
bool says_something(const Field& field, const scenario::Scenario& scenario) {
    const std::string_view text = field.fallback;
    const std::string_view section = scenario::parent_of(field.path);
    const bool is_off = text.empty() || text == "none" || text.starts_with("0");
    return !is_off && field.path != "seed" && section != "targets" && section != "workload.trace" &&
           scenario::is_in_force(field, scenario);
}

}  // namespace

std::vector<std::string> assumed_settings(const scenario::Scenario& scenario,
                                          const std::function<bool(const std::string& path)>& is_stated) {
    std::vector<std::string> assumed;
    for (const Field& field : scenario::fields()) {
        if (!field.is_quiet && says_something(field, scenario) && !is_stated(field.path))
            assumed.push_back(field.path + " " + field.fallback);
    }
    return assumed;
}

}  // namespace firn::loading
