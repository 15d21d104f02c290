#include "core/yaml/scenario_writer.hpp"

#include "core/scenario/field.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cstddef>

namespace firn::yaml {

namespace {

using scenario::Field;
using scenario::FieldKind;
using scenario::Scenario;
using scenario::Section;

constexpr std::size_t kLineLength = 100;

std::string_view last_word(std::string_view path) { return path.substr(path.rfind('.') + 1); }

bool is_plain(char c) {
    const bool letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    return letter || (c >= '0' && c <= '9') || c == '_' || c == '-' || c == '.' || c == '/';
}

std::string escaped(char c) {
    if (c == '"' || c == '\\') return {'\\', c};
    const auto byte = static_cast<unsigned char>(c);
    return byte < 0x20 || byte == 0x7F ? fmt::format("\\x{:02X}", byte) : std::string{c};
}

class ScenarioWriter {
  public:
    explicit ScenarioWriter(const Scenario& scenario) : scenario_{scenario} {}

    std::string write(std::string_view heading) && {
        if (!heading.empty()) comment(heading, 0);
        text_ += "scenario: 1\n";
        write_section("", 0);
        return std::move(text_);
    }

    /// The section with its key, empty when nothing is in it.
    std::string write_alone(const std::string& path) && {
        write_section(path, 2);
        return text_.empty() ? text_ : fmt::format("{}:\n{}", path, text_);
    }

  private:
    [[nodiscard]] bool is_present(const Section& section) const {
        if (section.repeats) return section.items(scenario_) > 0;
        return !section.optional || section.is_present(scenario_);
    }

    [[nodiscard]] bool is_written(const Field& field) const {
        return scenario::is_listed(field, scenario_) && !field.get(scenario_).empty();
    }

    /// Something within it would be written.
    [[nodiscard]] bool has_content(std::string_view path) const {
        const auto& fields = scenario::fields();
        const auto& sections = scenario::sections();
        return std::any_of(fields.begin(), fields.end(),
                           [&](const Field& field) {
                               return scenario::parent_of(field.path) == path && is_written(field);
                           }) ||
               std::any_of(sections.begin(), sections.end(), [&](const Section& section) {
                   return scenario::parent_of(section.path) == path && is_present(section);
               });
    }

    void write_section(std::string_view path, std::size_t indent) {
        for (const Field& field : scenario::fields()) {
            if (scenario::parent_of(field.path) == path) write_field(field, indent);
        }
        for (const Section& section : scenario::sections()) {
            if (scenario::parent_of(section.path) != path || !is_present(section)) continue;
            if (!has_content(section.path)) continue;
            if (!text_.empty() && !text_.ends_with(":\n")) text_ += '\n';
            comment(section.help, indent);
            text_ += fmt::format("{:{}}{}:\n", "", indent, last_word(section.path));
            if (section.repeats) {
                write_items(section, indent + 2);
            } else {
                write_section(section.path, indent + 2);
            }
        }
    }

    /// A line an item, without comments: "- {share: 70, shape: lognormal, size: 60 kB, deviation: 1}".
    void write_items(const Section& list, std::size_t indent) {
        for (std::size_t item = 0; item < list.items(scenario_); ++item) {
            const Scenario here = scenario::at_item(scenario_, list, item);
            std::string line;
            for (const Field& field : scenario::fields()) {
                if (scenario::parent_of(field.path) != list.path || !scenario::is_listed(field, here))
                    continue;
                const std::string value = field.get(here);
                if (value.empty()) continue;
                line += fmt::format("{}{}: {}", line.empty() ? "" : ", ", last_word(field.path),
                                    value_text(field, value));
            }
            text_ += fmt::format("{:{}}- {{{}}}\n", "", indent, line);
        }
    }

    /// A list of amounts in brackets, unless a word stands for it.
    static std::string value_text(const Field& field, const std::string& value) {
        const bool is_text =
            field.kind == FieldKind::text || field.kind == FieldKind::path || field.kind == FieldKind::batch;
        if (is_text) return scalar_of(value);
        const bool is_list = field.kind == FieldKind::amounts && value.find(',') != std::string::npos;
        return is_list ? fmt::format("[{}]", value) : value;
    }

    void write_field(const Field& field, std::size_t indent) {
        if (!is_written(field)) return;
        const std::string value = field.get(scenario_);
        comment(field.help, indent);
        text_ += fmt::format("{:{}}{}: {}\n", "", indent, last_word(field.path), value_text(field, value));
    }

    /// Each line of the help as one or more lines of comment, broken between words.
    void comment(std::string_view help, std::size_t indent) {
        std::string line;
        const auto end_line = [&] {
            text_ += fmt::format("{:{}}#{}\n", "", indent, line);
            line.clear();
        };
        while (!help.empty()) {
            const std::size_t end = std::min(help.find_first_of(" \n"), help.size());
            const std::string_view word = help.substr(0, end);
            if (!line.empty() && indent + line.size() + word.size() > kLineLength) end_line();
            line += fmt::format(" {}", word);
            if (end < help.size() && help[end] == '\n') end_line();
            help.remove_prefix(std::min(end + 1, help.size()));
        }
        if (!line.empty()) end_line();
    }

    const Scenario& scenario_;
    std::string text_;
};

}  // namespace

std::string scalar_of(std::string_view text) {
    const bool marks_nothing = text.find_first_not_of("-.") != std::string_view::npos && text.front() != '-';
    const bool is_null = text == "null" || text == "Null" || text == "NULL";
    const bool plain = marks_nothing && !is_null && std::all_of(text.begin(), text.end(), is_plain);
    if (plain) return std::string{text};
    std::string quoted{'"'};
    for (const char c : text)
        quoted += escaped(c);
    return quoted + '"';
}

std::string billing_text(const usage::BillingSettings& billing) {
    Scenario scenario;
    scenario.billing = billing;
    return ScenarioWriter{scenario}.write_alone("billing");
}

std::string scenario_text(const Scenario& scenario, std::string_view heading) {
    return ScenarioWriter{scenario}.write(heading);
}

}  // namespace firn::yaml
