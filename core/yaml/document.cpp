#include "core/yaml/document.hpp"

#include <fmt/format.h>
#include <yaml-cpp/anchor.h>
#include <yaml-cpp/eventhandler.h>
#include <yaml-cpp/exceptions.h>
#include <yaml-cpp/mark.h>
#include <yaml-cpp/parser.h>

#include <algorithm>
#include <optional>
#include <sstream>
#include <unordered_map>
#include <utility>
#include <vector>

namespace firn::yaml {

namespace {

/// yaml-cpp counts from zero.
Place to_place(const YAML::Mark& mark) {
    const auto number = [](int n) { return static_cast<std::size_t>(std::max(n, 0)) + 1; };
    return {.line = number(mark.line), .column = number(mark.column)};
}

/// Builds the tree from the parser's events. yaml-cpp's own nodes would lose repeated keys and the places of
/// keys.
class TreeBuilder final : public YAML::EventHandler {
  public:
    explicit TreeBuilder(std::string file) : file_{std::move(file)} {}

    void OnDocumentStart(const YAML::Mark& /*mark*/) override {}
    void OnDocumentEnd() override {}

    void OnNull(const YAML::Mark& mark, YAML::anchor_t anchor) override {
        finish(std::make_shared<Node>(Node{.place = to_place(mark)}), anchor);
    }
    void OnScalar(const YAML::Mark& mark, const std::string& /*tag*/, YAML::anchor_t anchor,
                  const std::string& value) override {
        finish(std::make_shared<Node>(
                   Node{.kind = Node::Kind::scalar, .place = to_place(mark), .scalar = value}),
               anchor);
    }
    void OnAlias(const YAML::Mark& mark, YAML::anchor_t anchor) override {
        const auto target = anchors_.find(anchor);
        if (target != anchors_.end()) return attach(target->second, to_place(mark));
        report("yaml-malformed", to_place(mark), "an alias stands inside the value that it repeats",
               "write the value out instead of the alias");
        attach(std::make_shared<Node>(Node{.place = to_place(mark)}), to_place(mark));
    }
    void OnSequenceStart(const YAML::Mark& mark, const std::string& /*tag*/, YAML::anchor_t anchor,
                         YAML::EmitterStyle::value /*style*/) override {
        open_.push_back({std::make_shared<Node>(Node{.kind = Node::Kind::sequence, .place = to_place(mark)}),
                         anchor,
                         {}});
    }
    void OnSequenceEnd() override { close(); }
    void OnMapStart(const YAML::Mark& mark, const std::string& /*tag*/, YAML::anchor_t anchor,
                    YAML::EmitterStyle::value /*style*/) override {
        open_.push_back(
            {std::make_shared<Node>(Node{.kind = Node::Kind::map, .place = to_place(mark)}), anchor, {}});
    }
    void OnMapEnd() override { close(); }

    [[nodiscard]] NodePointer root() const { return root_; }
    [[nodiscard]] Diagnostics& diagnostics() { return diagnostics_; }

    void report(std::string code, Place place, std::string what, std::string remedy) {
        diagnostics_.push_back({.code = std::move(code),
                                .where = {file_, place.line, place.column},
                                .what = std::move(what),
                                .remedy = std::move(remedy)});
    }

  private:
    struct PendingKey {
        std::string text;
        Place place;
    };
    struct OpenNode {
        std::shared_ptr<Node> node;
        YAML::anchor_t anchor;
        std::optional<PendingKey> key;
    };

    void close() {
        OpenNode closed = std::move(open_.back());
        open_.pop_back();
        finish(std::move(closed.node), closed.anchor);
    }
    void finish(NodePointer node, YAML::anchor_t anchor) {
        if (anchor != YAML::NullAnchor) anchors_[anchor] = node;
        const Place place = node->place;
        attach(std::move(node), place);
    }
    void attach(NodePointer node, Place place) {
        if (open_.empty()) {
            root_ = std::move(node);
            return;
        }
        OpenNode& parent = open_.back();
        if (parent.node->kind == Node::Kind::sequence) {
            parent.node->items.push_back(std::move(node));
        } else if (!parent.key) {
            parent.key = PendingKey{key_text(*node, place), place};
        } else {
            add_entry(*parent.node, std::move(*parent.key), std::move(node));
            parent.key.reset();
        }
    }
    std::string key_text(const Node& node, Place place) {
        if (node.kind == Node::Kind::scalar) return node.scalar;
        report("yaml-malformed", place,
               fmt::format("a key is {} where a word is expected", to_text(node.kind)),
               "write the key as a plain word");
        return {};
    }
    void add_entry(Node& map, PendingKey key, NodePointer value) {
        const auto first = std::find_if(map.entries.begin(), map.entries.end(),
                                        [&](const Entry& entry) { return entry.key == key.text; });
        if (first == map.entries.end()) {
            map.entries.push_back({std::move(key.text), key.place, std::move(value)});
            return;
        }
        report("key-repeated", key.place,
               fmt::format("the key \"{}\" stands here twice, first in line {}", key.text,
                           first->key_place.line),
               "keep one of the two");
        diagnostics_.back().excerpt.length = key.text.size();
    }

    std::string file_;
    NodePointer root_;
    std::vector<OpenNode> open_;
    std::unordered_map<YAML::anchor_t, NodePointer> anchors_;
    Diagnostics diagnostics_;
};

void parse_events(const std::string& text, TreeBuilder& builder) {
    std::istringstream stream{text};
    try {
        YAML::Parser parser{stream};
        if (!parser.HandleNextDocument(builder) || !builder.root()) {
            builder.report("yaml-empty", {}, "there is nothing in this file but blanks and comments", "");
            return;
        }
        const NodePointer first = builder.root();
        if (parser.HandleNextDocument(builder) && builder.root() != first) {
            builder.report("yaml-two-documents", builder.root()->place, "a second document begins here",
                           "keep one document a file");
        }
    } catch (const YAML::Exception& error) {
        builder.report("yaml-malformed", to_place(error.mark), error.msg, "");
    }
}

}  // namespace

const char* to_text(Node::Kind kind) {
    switch (kind) {
        case Node::Kind::null:
            return "nothing";
        case Node::Kind::scalar:
            return "text";
        case Node::Kind::sequence:
            return "a list";
        case Node::Kind::map:
            return "a map";
    }
    return "nothing";
}

Result<Document> parse_document(std::string file, std::string text) {
    TreeBuilder builder{file};
    parse_events(text, builder);
    if (!builder.diagnostics().empty()) {
        Diagnostics diagnostics = std::move(builder.diagnostics());
        add_excerpts(diagnostics, file, text);
        return diagnostics;
    }
    return Document{std::move(file), std::move(text), builder.root()};
}

}  // namespace firn::yaml
