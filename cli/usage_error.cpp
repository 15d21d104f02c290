#include "cli/usage_error.hpp"

#include "core/diag/did_you_mean.hpp"
#include "core/units/utf8_text.hpp"

#include <fmt/format.h>
#include <CLI/CLI.hpp>

#include <algorithm>
#include <string>
#include <vector>

namespace firn::cli {

namespace {

/// The command whose arguments are wrong, and how it is called: "firn prices show".
struct Place {
    const CLI::App* command;
    std::string call;
};

Place place_of(const CLI::App& program) {
    Place place{&program, program.get_name()};
    while (!place.command->get_subcommands().empty()) {
        place.command = place.command->get_subcommands().front();
        place.call += " " + place.command->get_name();
    }
    return place;
}

std::vector<std::string> commands_of(const CLI::App& command) {
    std::vector<std::string> names;
    for (const CLI::App* const sub : command.get_subcommands(nullptr))
        names.push_back(sub->get_name());
    return names;
}

std::vector<std::string> options_of(const CLI::App& command) {
    std::vector<std::string> names;
    for (const CLI::Option* const option : command.get_options()) {
        for (const std::string& name : option->get_lnames())
            names.push_back("--" + name);
    }
    return names;
}

std::string remedy(const std::string& closest, const Place& place) {
    const std::string help = fmt::format("{} --help shows what there is", place.call);
    return closest.empty() ? help : fmt::format("did you mean {}? {}", closest, help);
}

Diagnostic unknown_option(const std::string& word, const Place& place) {
    return {.code = "option-unknown",
            .what = fmt::format("{} has no option {}", place.call, firn::quoted(word)),
            .remedy = remedy(closest_to(word, options_of(*place.command)), place)};
}

Diagnostic unexpected_word(const std::string& word, const Place& place) {
    const std::vector<std::string> commands = commands_of(*place.command);
    if (commands.empty()) {
        return {.code = "argument-unexpected",
                .what = fmt::format("{} has no use for {}", place.call, firn::quoted(word)),
                .remedy = remedy("", place)};
    }
    return {.code = "command-unknown",
            .what = fmt::format("{} has no command {}", place.call, firn::quoted(word)),
            .expected = one_of(commands),
            .remedy = remedy(closest_to(word, commands), place)};
}

}  // namespace

Diagnostic usage_error(const CLI::App& program, const CLI::ParseError& error) {
    const Place place = place_of(program);
    const std::vector<std::string> words = program.remaining(true);
    const auto option = std::find_if(words.begin(), words.end(),
                                     [](const std::string& word) { return word.substr(0, 1) == "-"; });
    if (option != words.end()) return unknown_option(*option, place);
    if (!words.empty()) return unexpected_word(words.front(), place);
    const std::vector<std::string> commands = commands_of(*place.command);
    if (!commands.empty()) {
        return {.code = "command-missing",
                .what = fmt::format("{} needs a command", place.call),
                .expected = one_of(commands),
                .remedy = remedy("", place)};
    }
    const bool lacks = dynamic_cast<const CLI::RequiredError*>(&error) != nullptr;
    return {.code = lacks ? "argument-missing" : "option-value",
            .what = fmt::format("{}: {}", place.call, error.what()),
            .remedy = remedy("", place)};
}

}  // namespace firn::cli
