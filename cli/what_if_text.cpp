#include "cli/what_if_text.hpp"

#include "core/units/utf8_text.hpp"
#include "core/usage/charge_type.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cstddef>

namespace firn::cli {

namespace {

using Parts = std::vector<std::pair<std::string, std::string>>;

QuantityError malformed(std::string_view text) {
    return {"what-if-malformed", fmt::format("{} is no change of a price", firn::quoted(text)),
            "[CLASS] [CHARGE [KIND or TIER]] CHANGE [from DAY] [until DAY]",
            "write for example \"storage -20 % from 2027-01\""};
}

std::vector<std::string> words_of(std::string_view text) {
    std::vector<std::string> words;
    std::string word;
    for (const char c : text) {
        const bool separates = c == ' ' || c == '\t' || c == '(' || c == ')';
        if (!separates) word += c;
        if (separates && !word.empty()) words.push_back(std::exchange(word, {}));
    }
    if (!word.empty()) words.push_back(std::move(word));
    return words;
}

bool is_charge(const std::string& word) { return usage::parse_charge_type(word).has_value(); }

/// The words before the change: class, charge, kind or tier.
bool take_names(const std::vector<std::string>& words, Parts& parts) {
    if (words.empty()) return true;
    auto charge = std::find_if(words.begin(), words.end(), is_charge);
    // Without a known charge the last word was meant as one: its field says what there is.
    if (charge == words.end()) charge = words.end() - 1;
    if (charge - words.begin() > 1 || words.end() - charge > 2) return false;
    if (charge != words.begin()) parts.emplace_back("class", words.front());
    parts.emplace_back("charge", *charge);
    const bool has_kinds = *charge == "requests" || *charge == "overhead";
    if (words.end() - charge == 2) parts.emplace_back(has_kinds ? "kind" : "tier", words.back());
    return true;
}

/// The words after the change: "from 2027-01 until 2028-01".
bool take_range(const std::vector<std::string>& words, Parts& parts) {
    if (words.size() % 2 != 0) return false;
    for (std::size_t i = 0; i < words.size(); i += 2) {
        const bool is_new = std::none_of(parts.begin(), parts.end(),
                                         [&](const auto& part) { return part.first == words[i]; });
        if ((words[i] != "from" && words[i] != "until") || !is_new) return false;
        parts.emplace_back(words[i], words[i + 1]);
    }
    return true;
}

/// Where the number before the sign begins.
std::size_t number_before(std::string_view text, std::size_t sign) {
    std::size_t begin = sign;
    while (begin > 0 && text[begin - 1] == ' ')
        --begin;
    while (begin > 0 && text[begin - 1] != ' ')
        --begin;
    return begin;
}

}  // namespace

Expected<Parts, QuantityError> what_if_parts(std::string_view text) {
    const std::size_t sign = text.find('%');
    if (sign == std::string_view::npos) return malformed(text);
    const std::size_t begin = number_before(text, sign);
    std::string change{text.substr(begin, sign + 1 - begin)};
    std::vector<std::string> after = words_of(text.substr(sign + 1));
    if (!after.empty() && (after.front() == "cheaper" || after.front() == "dearer")) {
        change += " " + after.front();
        after.erase(after.begin());
    }
    Parts parts;
    if (!take_names(words_of(text.substr(0, begin)), parts)) return malformed(text);
    parts.emplace_back("change", change);
    if (!take_range(after, parts)) return malformed(text);
    return parts;
}

}  // namespace firn::cli
