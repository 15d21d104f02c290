#pragma once

#include <CLI/App.hpp>

#include <map>
#include <span>
#include <string>

namespace firn::cli {

/// An option whose text its command reads itself.
struct TextOption {
    const char* name;         ///< "--link"
    const char* placeholder;  ///< "RATE [160 MB/s]"
    const char* help;
};

/// Adds the options; what is given is found in `texts` by the option's name. `texts` must outlive the
/// parsing.
void add_text_options(CLI::App& command, std::span<const TextOption> options,
                      std::map<std::string, std::string>& texts);

}  // namespace firn::cli
