#include "cli/interview.hpp"

#include "core/scenario/field.hpp"
#include "core/units/quantity_error.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <istream>
#include <optional>
#include <ostream>
#include <string>
#include <string_view>
#include <vector>

namespace firn::cli {

namespace {

using scenario::Field;
using scenario::Scenario;
using scenario::Section;

std::string_view last_word(std::string_view path) { return path.substr(path.rfind('.') + 1); }

std::string without_blanks(const std::string& text) {
    const auto first = text.find_first_not_of(" \t\r");
    if (first == std::string::npos) return "";
    return text.substr(first, text.find_last_not_of(" \t\r") - first + 1);
}

std::vector<const Section*> workload_kinds() {
    std::vector<const Section*> kinds;
    for (const Section& section : scenario::sections()) {
        if (scenario::parent_of(section.path) == "workload") kinds.push_back(&section);
    }
    return kinds;
}

/// What must be stated, and the few settings of which the default is seldom right.
bool is_asked(const Field& field) {
    constexpr std::string_view kOften[] = {"name",
                                           "months",
                                           "region",
                                           "workload.trace.starts_at",
                                           "workload.reference_w1.files",
                                           "pipeline.bundle_size",
                                           "pipeline.max_age",
                                           "targets.stored_within"};
    const bool often = std::find(std::begin(kOften), std::end(kOften), field.path) != std::end(kOften);
    return field.required || often || scenario::parent_of(field.path) == "workload.growth";
}

class Interview {
  public:
    Interview(Scenario& scenario, std::istream& in, std::ostream& out)
        : scenario_{scenario}, in_{in}, out_{out} {}

    bool hold() && {
        out_ << "An empty answer takes what stands in brackets.\n";
        return ask_all_of("") && choose_workload() && ask_all_of("pipeline") && ask_all_of("targets");
    }

  private:
    std::optional<std::string> answer() {
        out_ << std::flush;
        std::string line;
        if (!std::getline(in_, line)) return std::nullopt;
        return without_blanks(line);
    }

    bool ask_all_of(std::string_view section) {
        const auto& fields = scenario::fields();
        return std::all_of(fields.begin(), fields.end(), [&](const Field& field) {
            return scenario::parent_of(field.path) != section || !is_asked(field) || ask(field);
        });
    }

    /// The start is set in every scenario, to a time that nobody means.
    [[nodiscard]] std::string value_of(const Field& field) const {
        return field.path == "start" && scenario_.start == Instant{} ? "" : field.get(scenario_);
    }

    bool ask(const Field& field) {
        const std::string current = value_of(field);
        const std::string hint = !current.empty()        ? fmt::format(" [{}]", current)
                                 : field.example.empty() ? ""
                                                         : fmt::format(" (for example {})", field.example);
        out_ << fmt::format("\n{}\n", field.help);
        while (true) {
            out_ << fmt::format("{}{}: ", last_word(field.path), hint);
            const auto text = answer();
            if (!text) return false;
            if (text->empty() && (!current.empty() || !field.required)) return true;
            const auto error = field.set(scenario_, *text);
            if (!error) return true;
            explain(*error);
        }
    }

    void explain(const QuantityError& error) {
        out_ << fmt::format("  {}", error.what);
        if (!error.expected.empty()) out_ << fmt::format("; expected: {}", error.expected);
        if (!error.remedy.empty()) out_ << fmt::format("; {}", error.remedy);
        out_ << '\n';
    }

    bool choose_workload() {
        const auto kinds = workload_kinds();
        for (const Section* kind : kinds) {
            if (kind->is_present(scenario_)) return ask_all_of(kind->path);
        }
        out_ << "\nWhat arrives:\n";
        for (std::size_t i = 0; i < kinds.size(); ++i) {
            out_ << fmt::format("  {} {}: {}\n", i + 1, last_word(kinds[i]->path), kinds[i]->help);
        }
        while (true) {
            out_ << fmt::format("workload (1 to {}, or its name): ", kinds.size());
            const auto text = answer();
            if (!text) return false;
            for (std::size_t i = 0; i < kinds.size(); ++i) {
                if (*text == std::to_string(i + 1) || *text == last_word(kinds[i]->path))
                    return take(*kinds[i]);
            }
            out_ << fmt::format("  \"{}\" is none of these\n", *text);
        }
    }

    bool take(const Section& kind) {
        kind.enter(scenario_);
        scenario::apply_defaults(scenario_, kind.path);
        return ask_all_of(kind.path);
    }

    Scenario& scenario_;
    std::istream& in_;
    std::ostream& out_;
};

}  // namespace

bool interview(Scenario& scenario, std::istream& in, std::ostream& out) {
    return Interview{scenario, in, out}.hold();
}

}  // namespace firn::cli
