#pragma once

#include "core/diag/did_you_mean.hpp"
#include "core/units/utf8_text.hpp"

#include <CLI/App.hpp>

#include <map>
#include <string>
#include <vector>

namespace firn::cli {

/// For an option that takes one of these words and becomes the value of an enumeration.
template <class Value>
[[nodiscard]] CLI::Validator choice_of(const std::map<std::string, Value>& names) {
    const auto replace = [names](std::string& text) -> std::string {
        if (const auto found = names.find(text); found != names.end()) {
            text = std::to_string(static_cast<int>(found->second));
            return {};
        }
        std::vector<std::string> words;
        for (const auto& [name, value] : names)
            words.push_back(name);
        return firn::quoted(text) + " is not " + one_of(words);
    };
    return CLI::Validator{replace, ""};
}

}  // namespace firn::cli
