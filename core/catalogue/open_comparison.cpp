#include "core/catalogue/open_comparison.hpp"

#include "core/catalogue/price_books.hpp"
#include "core/io/read_text_file.hpp"

#include <utility>

namespace firn::catalogue {

Result<bool> find_books(alternatives::Comparison& comparison) {
    Diagnostics wrong;
    for (alternatives::Alternative& one : comparison.alternatives) {
        if (one.kind != alternatives::Kind::price_book || one.book) continue;
        auto book = find_price_book(one.price_book, one.region);
        if (!book) {
            for (Diagnostic diagnostic : book.error()) {
                diagnostic.where = one.where;
                wrong.push_back(std::move(diagnostic));
            }
            continue;
        }
        one.price_book = book->name;
        one.book = std::move(book).value();
    }
    if (!wrong.empty()) return wrong;
    return true;
}

Result<yaml::ComparisonFile> open_comparison(const std::string& path, std::optional<int> year) {
    auto text = io::read_text_file(path);
    if (!text) return text.error();
    auto file = yaml::read_comparison(path, *text, year);
    if (!file) return file.error();
    const auto found = find_books(file->comparison);
    if (found) return file;
    Diagnostics wrong = found.error();
    add_excerpts(wrong, path, *text);
    return wrong;
}

}  // namespace firn::catalogue
