#include "tests/fuzz/mutation.hpp"

#include <algorithm>

namespace firn::fuzz {

namespace {

/// SplitMix64 (Steele, Lea, Flood 2014): small, and the same everywhere.
class Dice {
  public:
    explicit Dice(std::uint64_t seed) : state_{seed} {}
    std::uint64_t roll() {
        state_ += 0x9E3779B97F4A7C15;
        std::uint64_t mixed = state_;
        mixed = (mixed ^ (mixed >> 30)) * 0xBF58476D1CE4E5B9;
        mixed = (mixed ^ (mixed >> 27)) * 0x94D049BB133111EB;
        return mixed ^ (mixed >> 31);
    }
    /// 0 to n - 1; 0 for no sides at all.
    std::size_t below(std::size_t n) { return n == 0 ? 0 : roll() % n; }

  private:
    std::uint64_t state_;
};

void flip_bit(std::string& text, Dice& dice) {
    if (text.empty()) return;
    char& c = text[dice.below(text.size())];
    c = static_cast<char>(static_cast<unsigned char>(c) ^ (1U << dice.below(8)));
}

void replace_byte(std::string& text, Dice& dice) {
    if (!text.empty()) text[dice.below(text.size())] = static_cast<char>(dice.below(256));
}

void insert_bytes(std::string& text, Dice& dice) {
    text.insert(dice.below(text.size() + 1), 1 + dice.below(8), static_cast<char>(dice.below(256)));
}

void erase_range(std::string& text, Dice& dice) {
    text.erase(dice.below(text.size() + 1), 1 + dice.below(16));
}

void repeat_range(std::string& text, Dice& dice) {
    const std::string piece = text.substr(dice.below(text.size() + 1), 1 + dice.below(32));
    for (std::size_t times = 1 + dice.below(4); times > 0; --times)
        text.insert(dice.below(text.size() + 1), piece);
}

void insert_token(std::string& text, const std::string& token, Dice& dice) {
    text.insert(dice.below(text.size() + 1), token);
}

void replace_by_token(std::string& text, const std::string& token, Dice& dice) {
    text.replace(dice.below(text.size() + 1), 1 + dice.below(8), token);
}

/// The beginning of one text and the end of another.
void splice(std::string& text, const std::string& other, Dice& dice) {
    text = text.substr(0, dice.below(text.size() + 1)) + other.substr(dice.below(other.size() + 1));
}

void change(std::string& text, const Corpus& corpus, Dice& dice) {
    const std::string token = corpus.tokens.empty() ? "x" : corpus.tokens[dice.below(corpus.tokens.size())];
    switch (dice.below(9)) {
        case 0:
            return flip_bit(text, dice);
        case 1:
            return replace_byte(text, dice);
        case 2:
            return insert_bytes(text, dice);
        case 3:
            return erase_range(text, dice);
        case 4:
            return repeat_range(text, dice);
        case 5:
        case 6:
            return insert_token(text, token, dice);
        case 7:
            return replace_by_token(text, token, dice);
        default:
            return splice(text, corpus.seeds[dice.below(corpus.seeds.size())], dice);
    }
}

}  // namespace

std::string input_number(const Corpus& corpus, std::uint64_t number) {
    if (number < corpus.seeds.size()) return corpus.seeds[number];
    Dice dice{number};
    std::string text = corpus.seeds[dice.below(corpus.seeds.size())];
    for (std::size_t changes = 1 + dice.below(6); changes > 0; --changes)
        change(text, corpus, dice);
    return text.substr(0, corpus.longest);
}

}  // namespace firn::fuzz
