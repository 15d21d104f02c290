#pragma once

#include "core/diag/diagnostic.hpp"
#include "core/yaml/node.hpp"
#include "core/yaml/text_places.hpp"

#include <yaml-cpp/anchor.h>
#include <yaml-cpp/emitterstyle.h>
#include <yaml-cpp/eventhandler.h>
#include <yaml-cpp/mark.h>

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace firn::yaml {

/// Thrown through the parser, after a report, where the rest of the text does not matter.
struct StopParsing {};

/// Builds the tree from the parser's events. yaml-cpp's own nodes would lose repeated keys and the places of
/// keys.
class TreeBuilder final : public YAML::EventHandler {
  public:
    /// The text must outlive the builder.
    TreeBuilder(std::string file, std::string_view text);

    /// Throws StopParsing at a second document.
    void OnDocumentStart(const YAML::Mark& mark) override;
    void OnDocumentEnd() override {}
    void OnNull(const YAML::Mark& mark, YAML::anchor_t anchor) override;
    void OnScalar(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                  const std::string& value) override;
    void OnAlias(const YAML::Mark& mark, YAML::anchor_t anchor) override;
    void OnSequenceStart(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                         YAML::EmitterStyle::value style) override;
    void OnSequenceEnd() override { close(); }
    void OnMapStart(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                    YAML::EmitterStyle::value style) override;
    void OnMapEnd() override { close(); }

    /// Adds an error; `length` characters are marked.
    void report(Place place, Diagnostic diagnostic, std::size_t length = 1);
    /// The place of a position of the parser.
    [[nodiscard]] Place place_of(const YAML::Mark& mark);

    [[nodiscard]] const TextPlaces& places() const { return places_; }
    /// Nothing until the first value has ended.
    [[nodiscard]] NodePointer root() const { return root_; }
    [[nodiscard]] Diagnostics& diagnostics() { return diagnostics_; }

  private:
    struct PendingKey {
        std::string text;
        Place place;
    };
    struct OpenNode {
        std::shared_ptr<Node> node;
        YAML::anchor_t anchor = YAML::NullAnchor;
        bool is_block_list = false;
        std::size_t values = 1;  ///< this one and all below, those that aliases repeat included
        std::optional<PendingKey> key{};
        std::unordered_map<std::string, std::size_t> key_lines{};  ///< where each key stands first
    };
    /// A value that has ended and may be repeated.
    struct Anchored {
        NodePointer node;
        std::size_t values = 0;
    };

    void open(OpenNode node);
    void finish(NodePointer node, YAML::anchor_t anchor, std::size_t values);
    void close();
    void attach(NodePointer node, Place place, std::size_t values);
    void add_entry(OpenNode& map, NodePointer value);
    std::string key_text(const Node& node, Place place);

    std::string file_;
    TextPlaces places_;
    bool has_document_ = false;
    std::size_t first_offset_ = 0;  ///< where the first document begins
    NodePointer root_;
    std::vector<OpenNode> open_;
    std::unordered_map<YAML::anchor_t, Anchored> anchors_;
    std::size_t repeated_values_ = 0;
    Diagnostics diagnostics_;
};

}  // namespace firn::yaml
