#include "core/io/read_text_file.hpp"

#include "core/io/gzip.hpp"
#include "core/io/input_file.hpp"

#include <algorithm>
#include <cstddef>
#include <span>

namespace firn::io {

namespace {

constexpr std::size_t kReadAtOnce = 1 << 16;

Diagnostics too_large(const std::string& path) {
    return failure(
        {.code = "file-too-large",
         .where = {.file = path},
         .what = "the file has more than " + to_text(kLargestTextFile),
         .expected = "a file written by a person; traces are read by `firn trace` and named in a scenario"});
}

Diagnostics binary(const std::string& path, std::string_view text, std::size_t offset) {
    const std::string_view before = text.substr(0, offset);
    const auto lines = static_cast<std::size_t>(std::count(before.begin(), before.end(), '\n'));
    const std::size_t line_start = before.rfind('\n') + 1;
    return failure({.code = "file-binary",
                    .where = {.file = path, .line = lines + 1, .column = offset - line_start + 1},
                    .what = "this is not text: it holds control characters",
                    .expected = "plain text in UTF-8",
                    .remedy = starts_as_gzip(text) ? "unpack it first: gzip -dk FILE"
                                                   : "check that this is the right file"});
}

bool is_control(char c) {
    const auto byte = static_cast<unsigned char>(c);
    return (byte < 0x20 && c != '\n' && c != '\t' && c != '\r') || byte == 0x7F;
}

Result<std::string> read_all(InputFile& file) {
    std::string text;
    const auto limit = static_cast<std::size_t>(kLargestTextFile.count());
    for (;;) {
        const std::size_t before = text.size();
        text.resize(before + kReadAtOnce);
        const Result<std::size_t> n = file.read(std::span{text}.subspan(before));
        if (!n) return n.error();
        text.resize(before + *n);
        if (*n == 0) return text;
        if (text.size() > limit) return too_large(file.path());
    }
}

}  // namespace

Result<std::string> read_text_file(const std::string& path) {
    Result<InputFile> file = InputFile::open(path);
    if (!file) return file.error();
    Result<std::string> text = read_all(*file);
    if (!text) return text;
    if (text->empty()) return empty_file(path);
    const auto control = std::find_if(text->begin(), text->end(), is_control);
    if (control != text->end()) return binary(path, *text, static_cast<std::size_t>(control - text->begin()));
    return text;
}

}  // namespace firn::io
