#include "core/diag/did_you_mean.hpp"

#include <algorithm>
#include <numeric>
#include <vector>

namespace firn {

namespace {

std::string in_lower_case(std::string_view text) {
    std::string lower{text};
    std::transform(lower.begin(), lower.end(), lower.begin(),
                   [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; });
    return lower;
}

/// Optimal string alignment distance: insertions, deletions, replacements and swaps of neighbours count one
/// each.
std::size_t edit_distance(std::string_view a, std::string_view b) {
    std::vector<std::vector<std::size_t>> row(a.size() + 1, std::vector<std::size_t>(b.size() + 1));
    for (std::size_t i = 0; i <= a.size(); ++i)
        row[i][0] = i;
    std::iota(row[0].begin(), row[0].end(), std::size_t{0});
    for (std::size_t i = 1; i <= a.size(); ++i) {
        for (std::size_t j = 1; j <= b.size(); ++j) {
            const std::size_t replaced = row[i - 1][j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1);
            row[i][j] = std::min({row[i - 1][j] + 1, row[i][j - 1] + 1, replaced});
            const bool swapped = i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1];
            if (swapped) row[i][j] = std::min(row[i][j], row[i - 2][j - 2] + 1);
        }
    }
    return row[a.size()][b.size()];
}

}  // namespace

std::string closest_to(std::string_view word, std::span<const std::string> candidates) {
    constexpr std::size_t kLongestWord = 64;
    if (word.empty() || word.size() > kLongestWord) return {};
    const std::string written = in_lower_case(word);
    std::size_t best = std::max<std::size_t>(word.size() / 3, 1) + 1;
    std::string closest;
    for (const std::string& candidate : candidates) {
        const std::size_t distance = edit_distance(written, in_lower_case(candidate));
        if (distance < best) {
            best = distance;
            closest = candidate;
        }
    }
    return closest;
}

std::string one_of(std::span<const std::string> candidates) {
    std::string text;
    for (std::size_t i = 0; i < candidates.size(); ++i) {
        if (i > 0) text += i + 1 == candidates.size() ? " or " : ", ";
        text += candidates[i];
    }
    return text;
}

}  // namespace firn
