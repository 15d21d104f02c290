#pragma once

#include "core/scenario/field.hpp"
#include "core/scenario/validate.hpp"
#include "core/yaml/map_reader.hpp"

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace firn::yaml {

/// Walks a tree beside the table of fields, sets what it states, and remembers where each path stands, for
/// the checks that come after. What is not stated keeps the value that the scenario has.
class SettingsReader {
  public:
    SettingsReader(Reading& reading, scenario::Scenario& scenario) : reading_{reading}, scenario_{scenario} {}

    /// Reads a section whose map is at hand, with all that lies in it. `other_keys` are keys of the map that
    /// the table does not have. Errors: "key-unknown", "key-missing", "list-length",
    /// "setting-without-effect", and what the fields' own parsers say.
    void read(const Node& node, const std::string& path, const std::string& what,
              const std::vector<std::string>& other_keys = {});

    /// Reads a section that is optional where a map has it; nothing else of the map is read.
    void read_subsection(MapReader& map, const scenario::Section& section);

    /// A fault in a value that could not even be read, or where a part of it could not, has been reported
    /// already; so has a key that is missing beside one that could not.
    void report_fault(const scenario::Fault& fault);

    /// Where a path stands ("billing.what_ifs.1"), or nullptr when it is not stated.
    [[nodiscard]] const Node* node_of(const std::string& path) const;

  private:
    void read_section(const Node& node, const std::string& path, const std::string& place,
                      const std::string& what, const std::vector<std::string>& other_keys = {});
    void read_field(MapReader& map, const scenario::Field& field, const std::string& place);
    void read_value(const Node& node, const scenario::Field& field, const std::string& place);
    void read_list(MapReader& map, const scenario::Section& section);
    std::optional<std::string> text_of(const Node& node, const scenario::Field& field);
    void check_effect(const scenario::Field& field, const std::string& place);

    Reading& reading_;
    scenario::Scenario& scenario_;
    std::map<std::string, const Node*> nodes_;
    std::vector<std::string> failed_;
};

}  // namespace firn::yaml
