#include "core/io/row_excerpt.hpp"

#include "core/units/utf8_text.hpp"

#include <algorithm>
#include <cstddef>
#include <string>

namespace firn::io {

namespace {

constexpr std::size_t kCharactersBefore = 80;
constexpr std::size_t kCharactersKept = 240;

}  // namespace

void show_part(Diagnostic& diagnostic, std::string_view line, std::string_view part) {
    const auto offset =
        part.data() == nullptr ? line.size() : static_cast<std::size_t>(part.data() - line.data());
    const std::size_t before = count_characters(line.substr(0, offset));
    const std::size_t skipped = before - std::min(before, kCharactersBefore);
    diagnostic.where.column = before + 1;
    diagnostic.excerpt.length = std::max<std::size_t>(count_characters(part), 1);
    diagnostic.excerpt.first_column = skipped + 1;
    const std::string_view rest = line.substr(first_characters(line, skipped).size());
    diagnostic.excerpt.line = first_characters(rest, kCharactersKept);
}

}  // namespace firn::io
