#include "cli/placed.hpp"

#include "core/io/read_text_file.hpp"
#include "core/yaml/place_of_key.hpp"

#include <array>
#include <set>
#include <string_view>
#include <utility>

namespace firn::cli {

namespace {

struct SettingOfCode {
    std::string_view code;
    std::string_view key;
};

constexpr std::array<SettingOfCode, 6> kSettings{{{"region-unknown", "region"},
                                                  {"price-book-unknown", "price_book"},
                                                  {"class-unknown", "storage_class"},
                                                  {"month-outside-price-book", "months"},
                                                  {"price-absent", "months"},
                                                  {"workload-empty", "workload"}}};

void place_at_setting(Diagnostic& diagnostic, const yaml::Document& document) {
    for (const SettingOfCode& setting : kSettings) {
        if (setting.code != diagnostic.code) continue;
        if (const auto place = yaml::place_of_key(document, setting.key)) {
            diagnostic.where.line = place->line;
            diagnostic.where.column = place->column;
        }
    }
}

}  // namespace

Diagnostics placed(Diagnostics diagnostics, const std::string& file) {
    auto text = io::read_text_file(file);
    if (!text) return diagnostics;
    const auto document = yaml::parse_document(file, std::move(text).value());
    if (!document) return diagnostics;
    Diagnostics result;
    std::set<std::string> seen;
    for (Diagnostic& diagnostic : diagnostics) {
        if (diagnostic.where.file.empty()) {
            if (!seen.insert(diagnostic.code).second) continue;
            diagnostic.where.file = file;
            place_at_setting(diagnostic, *document);
        }
        result.push_back(std::move(diagnostic));
    }
    add_excerpts(result, file, document->text);
    return result;
}

}  // namespace firn::cli
