#include "core/yaml/malformed.hpp"

#include <algorithm>
#include <array>
#include <string>

namespace firn::yaml {

namespace {

/// The beginning of one of yaml-cpp's messages (yaml-cpp/exceptions.h) and what it means.
struct Meaning {
    std::string_view message;
    std::string_view what;
    std::string_view remedy;
};

constexpr std::string_view kQuote = "put the text in quotes";
constexpr std::string_view kIndentation =
    "check the indentation of this line and of the one above; put text that holds \": \" in quotes";

constexpr std::array kMeanings{
    Meaning{"illegal map value", "\"key: value\" cannot stand here", kIndentation},
    Meaning{"illegal map key", "a key cannot stand here", kIndentation},
    Meaning{"illegal block entry", "a list item cannot stand here", kIndentation},
    Meaning{"end of map not found", "this does not belong to the map above it", kIndentation},
    Meaning{"end of sequence not found", "this does not belong to the list above it", kIndentation},
    Meaning{"end of map flow not found", "a map that opens with \"{\" is not closed before this",
            "add the \"}\""},
    Meaning{"end of sequence flow not found", "a list that opens with \"[\" is not closed before this",
            "add the \"]\""},
    Meaning{"illegal flow end", "this bracket closes nothing", "remove it, or put the text in quotes"},
    Meaning{"unknown token", "no plain text begins with this character", kQuote},
    Meaning{"illegal EOF in scalar", "the file ends within a quoted text", "add the closing quote"},
    Meaning{"illegal document indicator in scalar", "a new document begins within a quoted text",
            "add the closing quote"},
    Meaning{"unknown escape character", "this escape is not known in double quotes",
            "write \\\\ for a backslash, or use single quotes"},
    Meaning{"bad character found while scanning hex number", "this escape needs hexadecimal digits",
            "write \\\\ for a backslash, or use single quotes"},
    Meaning{"the referenced anchor is not defined", "no anchor of this name stands before its alias",
            "add the anchor (&name) to an earlier value, or put the text in quotes"},
    Meaning{"bad file", "lists and maps are nested too deep", "close the brackets, or check the indentation"},
    Meaning{"illegal tab when looking for indentation", "a tab stands in the indentation",
            "indent with blanks"},
};

}  // namespace

Diagnostic malformed(std::string_view parser_message) {
    const auto* const known = std::find_if(kMeanings.begin(), kMeanings.end(), [&](const Meaning& meaning) {
        return parser_message.substr(0, meaning.message.size()) == meaning.message;
    });
    if (known == kMeanings.end()) {
        return {.code = "yaml-malformed",
                .what = std::string{parser_message},
                .remedy = std::string{kIndentation}};
    }
    return {.code = "yaml-malformed", .what = std::string{known->what}, .remedy = std::string{known->remedy}};
}

}  // namespace firn::yaml
