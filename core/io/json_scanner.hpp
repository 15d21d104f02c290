#pragma once

#include "core/diag/result.hpp"
#include "core/io/bad_rows.hpp"
#include "core/io/byte_stream.hpp"

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace firn::io {

/// The longest string or number of a JSON text that is read.
inline constexpr std::size_t kLongestJsonToken = std::size_t{1} << 20;

enum class JsonToken {
    begin_object,
    end_object,
    begin_array,
    end_array,
    key,     ///< of an object; its colon is taken too
    string,  ///< without its quotes, escapes as they stand
    number,
    word,  ///< true, false, null
    end,   ///< of the file: after any number of texts, one behind the other
};

/// JSON as a stream of tokens, from a file of any length, in memory that does not grow with it.
///
/// Checks that commas, colons and brackets are where they belong. What is inside a string is taken as it
/// stands; a string must end on its line.
class JsonScanner {
  public:
    explicit JsonScanner(ByteStream bytes);

    /// The next token. Errors, with their place: `json-malformed`, `json-truncated`, `json-too-deep` (more
    /// than 64 levels), `line-too-long` (a token), `file-binary`, and those of ByteStream::read.
    [[nodiscard]] Result<JsonToken> next();

    /// Of a key, string, number or word. Valid until `next` is called.
    [[nodiscard]] std::string_view text() const { return text_; }

    /// The last token as it stands in the file.
    [[nodiscard]] std::string_view whole_token() const { return {buffer_.data() + token_, at_ - token_}; }

    /// Goes past the value whose first token was read last.
    [[nodiscard]] Result<bool> skip(JsonToken first);

    /// How many objects and arrays are open.
    [[nodiscard]] std::size_t depth() const { return levels_.size(); }

    /// Where the last token stands.
    [[nodiscard]] RowPlace place() const;

    [[nodiscard]] const std::string& path() const { return bytes_.path(); }

  private:
    /// What may come next within an object or array, or between texts.
    enum class State : std::uint8_t { first, after_value, after_comma, after_key };
    struct Level {
        bool is_object = false;
        State state = State::first;
    };

    [[nodiscard]] Result<bool> refill();
    [[nodiscard]] Result<char> next_visible();
    [[nodiscard]] Result<char> next_significant();
    [[nodiscard]] Result<JsonToken> take_value(char c);
    [[nodiscard]] Result<JsonToken> take_key();
    [[nodiscard]] Result<JsonToken> open(JsonToken token, bool is_object);
    [[nodiscard]] Result<JsonToken> close(char c);
    [[nodiscard]] Result<bool> take_string();
    [[nodiscard]] Result<bool> take_plain();
    [[nodiscard]] Level& level() { return levels_.empty() ? outside_ : levels_.back(); }
    [[nodiscard]] Diagnostics malformed(std::string expected) const;
    [[nodiscard]] Diagnostics truncated(std::string expected) const;
    [[nodiscard]] Diagnostics fault(std::string code, std::string what, std::string expected) const;

    ByteStream bytes_;
    std::vector<char> buffer_;
    std::size_t at_ = 0;      ///< of what is not yet read, in buffer_
    std::size_t token_ = 0;   ///< where the last token begins
    std::size_t filled_ = 0;  ///< the end of the text in buffer_
    bool at_end_ = false;     ///< of the file
    bool at_start_ = true;
    std::size_t lines_before_ = 0;       ///< line ends that have left the buffer
    std::size_t characters_before_ = 0;  ///< of the line at whose middle the buffer begins
    std::string_view text_;
    std::vector<Level> levels_;
    Level outside_;
};

}  // namespace firn::io
