#include "tests/second_opinion/bill_answers.hpp"

#include "cli/program.hpp"
#include "core/io/read_text_file.hpp"

#include <nlohmann/json.hpp>

#include <sstream>
#include <string_view>
#include <utility>
#include <vector>

namespace firn::second_opinion {

namespace {

using Json = nlohmann::json;

std::vector<std::string> words_of(const std::string& text) {
    std::istringstream stream{text};
    std::vector<std::string> words;
    for (std::string word; stream >> word;)
        words.push_back(word);
    return words;
}

bool fits(const std::string& wanted, const Json& line, const char* key) {
    return wanted.empty() || line.value(key, "") == wanted;
}

/// The lines of a bill that a figure names, in the order of the bill.
std::vector<const Json*> lines_like(const Json& bill, const Take& take) {
    std::vector<const Json*> found;
    for (const Json& period : bill.at("periods")) {
        if (!fits(take.month, period, "month")) continue;
        for (const Json& line : period.at("lines")) {
            if (fits(take.charge, line, "charge") && fits(take.storage_class, line, "class") &&
                fits(take.kind, line, "kind") && fits(take.tier, line, "tier"))
                found.push_back(&line);
        }
    }
    if (!take.line) return found;
    const auto index = static_cast<std::size_t>(*to_int64(*take.line) - 1);
    if (index >= found.size()) return {};
    return {found[index]};
}

Rational number(const Json& object, const char* key) {
    return *parse_decimal(object.at(key).get<std::string>());
}

/// The key of a line under which a value stands; words stand in the steps.
const char* key_of(Value value) {
    switch (value) {
        case Value::cost:
            return "cost";
        case Value::quantity:
            return "quantity";
        case Value::price:
            return "unit_price";
        case Value::exact:
        case Value::word:
            break;
    }
    return "cost_exact";
}

std::string total_of(const Json& bill, Value value) {
    if (value == Value::cost) return bill.at("total").get<std::string>();
    Rational sum = 0;
    for (const Json& period : bill.at("periods"))
        sum += number(period, "total_exact");
    return format_decimal(sum);
}

/// The word that stands after the figure's words in the steps of a line.
std::string word_of(const Json& line, const std::string& after) {
    for (const Json& json : line.at("steps")) {
        const auto step = json.get<std::string>();
        const auto at = step.find(after + " ");
        if (at == std::string::npos) continue;
        const auto begin = at + after.size() + 1;
        std::string word = step.substr(begin, step.find(' ', begin) - begin);
        while (!word.empty() && std::string_view{".,:;"}.find(word.back()) != std::string_view::npos)
            word.pop_back();
        return word;
    }
    return {};
}

std::string value_of(const Json& bill, const Figure& figure) {
    if (figure.take.empty()) return total_of(bill, figure.value);
    Rational sum = 0;
    for (const Take& take : figure.take) {
        const auto lines = lines_like(bill, take);
        if (lines.empty()) return {};
        if (figure.value == Value::word) return word_of(*lines.front(), figure.after);
        for (const Json* line : lines)
            sum += number(*line, key_of(figure.value));
    }
    return format_at_least(sum, figure.value == Value::cost ? 2 : 0);
}

}  // namespace

struct BillAnswers::Bill {
    Json json;
};

BillAnswers::BillAnswers(std::string folder) : folder_{std::move(folder)} {}
BillAnswers::~BillAnswers() = default;
BillAnswers::BillAnswers(BillAnswers&&) noexcept = default;
BillAnswers& BillAnswers::operator=(BillAnswers&&) noexcept = default;

const BillAnswers::Bill* BillAnswers::bill(const std::string& usage, const std::string& arguments) {
    const std::string key = usage + " " + arguments;
    const auto found = bills_.find(key);
    if (found != bills_.end()) return found->second.get();
    std::vector<std::string> words{"bill", folder_ + "/" + usage + ".yaml", "--format", "json", "--quiet"};
    for (std::string& word : words_of(arguments))
        words.push_back(std::move(word));
    std::ostringstream out;
    std::ostringstream err;
    cli::Console console{out, err};
    if (cli::run_program(words, console) != cli::ExitCode::done) {
        problem_ = usage + ": firn bill refuses it: " + err.str();
        return nullptr;
    }
    auto made = std::make_unique<Bill>(Bill{Json::parse(out.str())});
    return bills_.emplace(key, std::move(made)).first->second.get();
}

std::string BillAnswers::answer(const std::string& usage, const std::string& arguments,
                                const Figure& figure) {
    const Bill* found = bill(usage, arguments);
    if (found == nullptr) return {};
    std::string value = value_of(found->json, figure);
    if (value.empty()) problem_ = usage + ": no line of the bill is " + figure.what;
    return value;
}

std::string BillAnswers::question(const std::string& usage) {
    const auto text = io::read_text_file(folder_ + "/" + usage + ".yaml");
    if (!text || text->rfind("# ", 0) != 0) return {};
    return text->substr(2, text->find('\n') - 2);
}

}  // namespace firn::second_opinion
