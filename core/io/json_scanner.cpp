#include "core/io/json_scanner.hpp"

#include "core/io/row_excerpt.hpp"
#include "core/io/whole_number.hpp"
#include "core/units/utf8_text.hpp"

#include <algorithm>
#include <cstring>
#include <span>
#include <utility>

namespace firn::io {

namespace {

constexpr std::size_t kUsualBuffer = std::size_t{1} << 16;
constexpr std::size_t kDeepest = 64;
constexpr std::size_t kShownLine = 1024;

constexpr bool is_blank(char c) { return c == ' ' || c == '\n' || c == '\r' || c == '\t'; }

/// Of numbers and words.
constexpr bool is_plain(char c) {
    return is_digit(c) || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '-' || c == '+' ||
           c == '.';
}

}  // namespace

JsonScanner::JsonScanner(ByteStream bytes) : bytes_{std::move(bytes)}, buffer_(kUsualBuffer) {}

/// Makes room by dropping what lies before the token, and reads on; false at the end of the file.
Result<bool> JsonScanner::refill() {
    if (at_end_) return false;
    const std::string_view dropped{buffer_.data(), token_};
    if (const std::size_t line_end = dropped.rfind('\n'); line_end != std::string_view::npos) {
        lines_before_ += static_cast<std::size_t>(std::count(dropped.begin(), dropped.end(), '\n'));
        characters_before_ = count_characters(dropped.substr(line_end + 1));
    } else {
        characters_before_ += count_characters(dropped);
    }
    std::copy(buffer_.begin() + static_cast<std::ptrdiff_t>(token_),
              buffer_.begin() + static_cast<std::ptrdiff_t>(filled_), buffer_.begin());
    at_ -= token_;
    filled_ -= token_;
    token_ = 0;
    if (filled_ == buffer_.size()) {
        if (filled_ > kLongestJsonToken)
            return fault("line-too-long",
                         "the text has a string or number of more than " + std::to_string(kLongestJsonToken) +
                             " bytes",
                         "the listing of a tool");
        buffer_.resize(buffer_.size() * 2);
    }
    const Result<std::size_t> n = bytes_.read(std::span{buffer_}.subspan(filled_));
    if (!n) return n.error();
    if (std::memchr(buffer_.data() + filled_, '\0', *n) != nullptr)
        return fault("file-binary", "this is not text: it holds NUL characters",
                     "text, plain or packed with gzip");
    filled_ += *n;
    at_end_ = *n == 0;
    return !at_end_;
}

/// The next character that is no blank, which stays; NUL at the end of the file.
Result<char> JsonScanner::next_visible() {
    for (;;) {
        while (at_ < filled_ && is_blank(buffer_[at_]))
            ++at_;
        token_ = at_;
        if (at_ < filled_) return buffer_[at_];
        const Result<bool> more = refill();
        if (!more) return more.error();
        if (!*more) return '\0';
    }
}

/// As next_visible(), past a comma where one belongs.
Result<char> JsonScanner::next_significant() {
    Result<char> c = next_visible();
    if (!c || levels_.empty() || level().state != State::after_value) return c;
    const char closing = level().is_object ? '}' : ']';
    if (*c == closing || *c == '\0') return c;
    if (*c != ',') return malformed(level().is_object ? "\",\" or \"}\"" : "\",\" or \"]\"");
    ++at_;
    level().state = State::after_comma;
    return next_visible();
}

Result<JsonToken> JsonScanner::next() {
    text_ = {};
    if (std::exchange(at_start_, false)) {
        const Result<bool> more = refill();
        if (!more) return more.error();
        constexpr std::string_view kMark = "\xEF\xBB\xBF";
        if (std::string_view{buffer_.data(), filled_}.starts_with(kMark)) at_ = kMark.size();
    }
    const Result<char> c = next_significant();
    if (!c) return c.error();
    if (*c == '\0' && levels_.empty()) return JsonToken::end;
    if (*c == '\0') return truncated("the rest of it: a bracket is still open");
    if (*c == '}' || *c == ']') return close(*c);
    if (level().is_object && level().state != State::after_key) return take_key();
    return take_value(*c);
}

Result<JsonToken> JsonScanner::close(char c) {
    const bool fits = !levels_.empty() && level().is_object == (c == '}') &&
                      (level().state == State::first || level().state == State::after_value);
    if (!fits)
        return malformed(level().state == State::after_key ? "a value" : "another bracket, or a value");
    ++at_;
    levels_.pop_back();
    level().state = State::after_value;
    return c == '}' ? JsonToken::end_object : JsonToken::end_array;
}

Result<JsonToken> JsonScanner::open(JsonToken token, bool is_object) {
    if (levels_.size() == kDeepest)
        return fault("json-too-deep", "objects and arrays lie more than 64 levels deep",
                     "the listing of a tool");
    ++at_;
    levels_.push_back({.is_object = is_object});
    return token;
}

Result<JsonToken> JsonScanner::take_key() {
    if (buffer_[at_] != '"') return malformed("a key in double quotes");
    const Result<bool> taken = take_string();
    if (!taken) return taken.error();
    const std::size_t length = text_.size();
    // The colon may lie beyond the buffer; the token stays where it is, so that its text can be found again.
    for (;;) {
        while (at_ < filled_ && is_blank(buffer_[at_]))
            ++at_;
        if (at_ < filled_) break;
        const Result<bool> more = refill();
        if (!more) return more.error();
        if (!*more) break;
    }
    if (at_ == filled_) return truncated("\":\" behind the key");
    if (buffer_[at_] != ':') return malformed("\":\" behind the key");
    ++at_;
    text_ = {buffer_.data() + token_ + 1, length};
    level().state = State::after_key;
    return JsonToken::key;
}

Result<JsonToken> JsonScanner::take_value(char c) {
    if (c == '{') return open(JsonToken::begin_object, true);
    if (c == '[') return open(JsonToken::begin_array, false);
    const Result<bool> taken = c == '"' ? take_string() : take_plain();
    if (!taken) return taken.error();
    level().state = State::after_value;
    if (c == '"') return JsonToken::string;
    return is_digit(c) || c == '-' ? JsonToken::number : JsonToken::word;
}

/// A string, of which `at_` is the first quote.
Result<bool> JsonScanner::take_string() {
    std::size_t from = ++at_;
    for (;;) {
        const void* found = std::memchr(buffer_.data() + from, '"', filled_ - from);
        if (found == nullptr) {
            from = filled_ - token_;
            const Result<bool> more = refill();
            if (!more) return more.error();
            if (!*more) return truncated("a second \"");
            from += token_;
            continue;
        }
        const auto quote = static_cast<std::size_t>(static_cast<const char*>(found) - buffer_.data());
        std::size_t backslashes = 0;
        while (buffer_[quote - 1 - backslashes] == '\\' && quote - 1 - backslashes > token_)
            ++backslashes;
        from = quote + 1;
        if (backslashes % 2 != 0) continue;
        text_ = {buffer_.data() + token_ + 1, quote - token_ - 1};
        at_ = quote + 1;
        if (text_.find('\n') != std::string_view::npos) return malformed("a string that ends on its line");
        return true;
    }
}

/// A number or word.
Result<bool> JsonScanner::take_plain() {
    for (;;) {
        while (at_ < filled_ && is_plain(buffer_[at_]))
            ++at_;
        if (at_ < filled_) break;
        const Result<bool> more = refill();
        if (!more) return more.error();
        if (!*more) break;
    }
    text_ = {buffer_.data() + token_, at_ - token_};
    if (text_.empty()) return malformed("a value");
    const bool is_number = is_digit(text_.front()) || text_.front() == '-';
    if (is_number || text_ == "true" || text_ == "false" || text_ == "null") return true;
    return malformed("true, false, null, a number, a string, an object or an array");
}

Result<bool> JsonScanner::skip(JsonToken first) {
    if (first != JsonToken::begin_object && first != JsonToken::begin_array) return true;
    const std::size_t outside = depth() - 1;
    while (depth() > outside) {
        const Result<JsonToken> token = next();
        if (!token) return token.error();
    }
    return true;
}

RowPlace JsonScanner::place() const {
    const std::string_view before{buffer_.data(), token_};
    const std::size_t line_end = before.rfind('\n');
    const bool is_cut = line_end == std::string_view::npos;
    const std::size_t start = is_cut ? 0 : line_end + 1;
    // Of a long line what stands around the token.
    const std::size_t from = std::max(start, token_ - std::min(token_, kShownLine));
    const std::string_view rest = std::string_view{buffer_.data(), filled_}.substr(from);
    return {
        .line_number =
            lines_before_ + 1 + static_cast<std::size_t>(std::count(before.begin(), before.end(), '\n')),
        .line = rest.substr(0, std::min({rest.find_first_of("\r\n"), rest.size(), 2 * kShownLine})),
        .skipped = (is_cut ? characters_before_ : 0) + count_characters(before.substr(start, from - start))};
}

Diagnostics JsonScanner::malformed(std::string expected) const {
    return fault("json-malformed", "this is no JSON", std::move(expected));
}

Diagnostics JsonScanner::truncated(std::string expected) const {
    return fault("json-truncated", "the JSON text ends too early", std::move(expected));
}

Diagnostics JsonScanner::fault(std::string code, std::string what, std::string expected) const {
    Diagnostic diagnostic{.code = std::move(code), .what = std::move(what), .expected = std::move(expected)};
    const RowPlace where = place();
    diagnostic.where = {.file = path(), .line = where.line_number};
    const auto offset = static_cast<std::size_t>(buffer_.data() + token_ - where.line.data());
    const std::size_t length = std::max<std::size_t>(at_ - token_, 1);
    show_part(diagnostic, where.line, where.line.substr(std::min(offset, where.line.size()), length));
    diagnostic.where.column += where.skipped;
    diagnostic.excerpt.first_column += where.skipped;
    diagnostic.remedy = "make the listing again, or check that this is the right file";
    return failure(std::move(diagnostic));
}

}  // namespace firn::io
