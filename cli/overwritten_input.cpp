#include "cli/overwritten_input.hpp"

#include <CLI/CLI.hpp>

#include <algorithm>
#include <cstddef>
#include <filesystem>
#include <string>
#include <system_error>
#include <vector>

namespace firn::cli {

namespace {

namespace fs = std::filesystem;

/// What the command line says of files: those to be written with their option, and every other value, of
/// which those that are no files do no harm.
struct NamedFiles {
    struct Output {
        std::string option;
        std::string path;
    };
    std::vector<Output> outputs;
    std::vector<std::string> others;
};

bool is_output(const std::string& option) {
    return option == "--output" || option == "--save-scenario" || option == "--series" ||
           option == "--failures";
}

void collect(const CLI::App& command, NamedFiles& files) {
    for (const CLI::Option* option : command.get_options()) {
        const std::string name = option->get_name();
        // What prices are merged into is read before it is written, whole or not at all.
        if (name == "--onto") continue;
        for (const std::string& value : option->results()) {
            if (is_output(name)) {
                files.outputs.push_back({name, value});
            } else {
                files.others.push_back(value);
            }
        }
    }
    for (const CLI::App* chosen : command.get_subcommands())
        collect(*chosen, files);
}

/// Also through links. A device such as /dev/null loses nothing.
bool is_same_file(const std::string& a, const std::string& b) {
    std::error_code error;
    return fs::is_regular_file(a, error) && fs::equivalent(a, b, error) && !error;
}

/// Whether two outputs are one file, there already or not.
bool goes_to(const std::string& a, const std::string& b) {
    const fs::path one = fs::path{a}.lexically_normal();
    const bool is_device = fs::exists(a) && !fs::is_regular_file(a);
    return !is_device && (one == fs::path{b}.lexically_normal() || is_same_file(a, b));
}

Diagnostic lost(const NamedFiles::Output& output, std::string what) {
    return {.code = "output-is-input",
            .where = {output.option + " " + output.path, 0, 0},
            .what = std::move(what),
            .expected = "another file",
            .remedy = "choose another name for " + output.option};
}

}  // namespace

std::optional<Diagnostic> overwritten_input(const CLI::App& program) {
    NamedFiles files;
    collect(program, files);
    for (const NamedFiles::Output& output : files.outputs) {
        for (const std::string& other : files.others) {
            if (is_same_file(output.path, other))
                return lost(output, "this file is read for the answer and would be lost");
        }
    }
    for (std::size_t i = 1; i < files.outputs.size(); ++i) {
        const auto earlier = files.outputs.begin() + static_cast<std::ptrdiff_t>(i);
        const bool is_twice =
            std::any_of(files.outputs.begin(), earlier,
                        [&](const NamedFiles::Output& other) { return goes_to(other.path, earlier->path); });
        if (is_twice)
            return lost(*earlier, "another output goes to this file too: one of the two would be lost");
    }
    return std::nullopt;
}

std::optional<Diagnostic> overwritten_file(const std::vector<NamedOutput>& outputs,
                                           const std::vector<std::string>& read) {
    for (const NamedOutput& output : outputs) {
        for (const std::string& path : read) {
            if (is_same_file(output.path, path))
                return lost({output.option, output.path}, "the scenario reads this file: it would be lost");
        }
    }
    return std::nullopt;
}

}  // namespace firn::cli
