#include "tests/second_opinion/collection_reader.hpp"

#include "core/units/quantity_error.hpp"
#include "core/yaml/map_reader.hpp"

#include <algorithm>
#include <array>
#include <string_view>
#include <utility>

namespace firn::second_opinion {

namespace {

using yaml::MapReader;
using yaml::Node;
using yaml::NodePointer;
using yaml::Reading;

template <class Choice, std::size_t kCount>
using Names = std::array<std::pair<std::string_view, Choice>, kCount>;

constexpr Names<Value, 5> kValues{{{"cost", Value::cost},
                                   {"exact", Value::exact},
                                   {"quantity", Value::quantity},
                                   {"price", Value::price},
                                   {"word", Value::word}}};
constexpr Names<Verdict, 4> kVerdicts{{{"agrees", Verdict::agrees},
                                       {"option", Verdict::option},
                                       {"range", Verdict::range},
                                       {"wrong", Verdict::wrong}}};

std::string text_or(MapReader& map, std::string_view key, std::string otherwise = {}) {
    return map.read_text(key).value_or(std::move(otherwise));
}

/// One of a few words; anything else is reported.
template <class Choice, std::size_t kCount>
Choice choice(MapReader& map, std::string_view key, const Names<Choice, kCount>& names) {
    const Node* node = map.find(key);
    if (node == nullptr) return names.front().second;
    const auto found = std::find_if(names.begin(), names.end(),
                                    [node](const auto& name) { return name.first == node->scalar; });
    if (found != names.end()) return found->second;
    map.reading().report(*node, Diagnostic{.code = "word-unknown", .what = "this word is not known here"});
    return names.front().second;
}

std::vector<std::string> read_words(MapReader& map, std::string_view key) {
    std::vector<std::string> words;
    for (const NodePointer& item : map.read_list(key))
        words.push_back(scalar_text(*item, map.reading()).value_or(""));
    return words;
}

Take read_take(const Node& node, Reading& reading) {
    MapReader map{node, reading, "lines to take"};
    Take take{.charge = map.require_text("charge").value_or(""),
              .storage_class = text_or(map, "class"),
              .kind = text_or(map, "kind"),
              .tier = text_or(map, "tier"),
              .month = text_or(map, "month")};
    if (const auto line = map.read_text("line")) take.line = parse_decimal(*line);
    map.finish();
    return take;
}

Figure read_figure(const Node& node, Reading& reading) {
    MapReader map{node, reading, "a figure"};
    Figure figure;
    figure.what = map.require_text("what").value_or("");
    for (const NodePointer& item : map.read_list("take"))
        figure.take.push_back(read_take(*item, reading));
    figure.value = choice(map, "value", kValues);
    figure.after = text_or(map, "after");
    figure.unit = text_or(map, "unit", figure.value == Value::word ? "" : "USD");
    figure.says = map.require_text("says").value_or("");
    figure.stated = choice(map, "verdict", kVerdicts);
    figure.by = text_or(map, "by");
    figure.by_usage = text_or(map, "by_usage");
    figure.named = text_or(map, "named");
    figure.from = text_or(map, "from");
    figure.to = text_or(map, "to");
    figure.right = text_or(map, "right");
    figure.why = text_or(map, "why");
    map.finish();
    return figure;
}

Opinion read_opinion(const Node& node, Reading& reading) {
    MapReader map{node, reading, "an opinion"};
    Opinion opinion{.subject = map.require_text("subject").value_or(""),
                    .voice = map.require_text("voice").value_or("")};
    opinion.cases = read_words(map, "cases");
    opinion.usage = map.require_text("usage").value_or("");
    for (const NodePointer& item : map.read_list("figures"))
        opinion.figures.push_back(read_figure(*item, reading));
    map.finish();
    return opinion;
}

Subject read_subject(const Node& node, Reading& reading) {
    MapReader map{node, reading, "a subject"};
    Subject subject{map.require_text("id").value_or(""), map.require_text("title").value_or("")};
    map.finish();
    return subject;
}

Voice read_voice(const yaml::Entry& entry, Reading& reading) {
    MapReader map{*entry.value, reading, "a voice"};
    Voice voice{entry.key, map.require_text("name").value_or(""), map.require_text("kind").value_or(""),
                text_or(map, "address")};
    map.finish();
    return voice;
}

OpenQuestion read_question(const Node& node, Reading& reading) {
    MapReader map{node, reading, "an open question"};
    OpenQuestion question{map.require_text("what").value_or(""), map.require_text("instead").value_or("")};
    map.finish();
    return question;
}

Calculator read_calculator(const Node& node, Reading& reading) {
    MapReader map{node, reading, "a calculator"};
    Calculator calculator{.name = map.require_text("name").value_or(""),
                          .address = text_or(map, "address"),
                          .reckons = read_words(map, "reckons"),
                          .remark = text_or(map, "remark")};
    map.finish();
    return calculator;
}

template <class Item>
std::vector<Item> read_all(MapReader& map, std::string_view key, Item (*read)(const Node&, Reading&)) {
    std::vector<Item> items;
    for (const NodePointer& node : map.read_list(key))
        items.push_back(read(*node, map.reading()));
    return items;
}

}  // namespace

Result<Collection> read_collection(const std::string& file, const std::string& text) {
    const auto document = yaml::parse_document(file, text);
    if (!document) return document.error();
    Reading reading{*document, {}};
    MapReader map{*document->root, reading, "the collection"};
    Collection collection;
    collection.subjects = read_all(map, "subjects", read_subject);
    if (const Node* voices = map.demand("voices")) {
        for (const yaml::Entry& entry : voices->entries)
            collection.voices.push_back(read_voice(entry, reading));
    }
    collection.opinions = read_all(map, "opinions", read_opinion);
    collection.abilities = read_words(map, "abilities");
    collection.calculators = read_all(map, "calculators", read_calculator);
    collection.open_questions = read_all(map, "open_questions", read_question);
    collection.left_out = read_all(map, "left_out", read_question);
    map.finish();
    Diagnostics wrong = std::move(reading).finish();
    if (!wrong.empty()) return wrong;
    return collection;
}

}  // namespace firn::second_opinion
