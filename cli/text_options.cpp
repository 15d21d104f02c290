#include "cli/text_options.hpp"

namespace firn::cli {

void add_text_options(CLI::App& command, std::span<const TextOption> options,
                      std::map<std::string, std::string>& texts) {
    for (const TextOption& option : options) {
        command
            .add_option_function<std::string>(
                option.name,
                [&texts, name = std::string{option.name}](const std::string& text) { texts[name] = text; },
                option.help)
            ->option_text(option.placeholder);
    }
}

}  // namespace firn::cli
