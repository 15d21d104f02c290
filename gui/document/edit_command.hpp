#pragma once

#include "gui/document/text_change.hpp"

#include <QUndoCommand>

namespace firn::gui {

class ScenarioDocument;

/// One change of a document's text.
class EditCommand : public QUndoCommand {
  public:
    EditCommand(ScenarioDocument& document, TextChange change, const QString& what, bool is_typing);

    void undo() override;
    void redo() override;
    [[nodiscard]] int id() const override;
    /// Typing that goes on where it was, until a word or line is over.
    [[nodiscard]] bool mergeWith(const QUndoCommand* other) override;

  private:
    ScenarioDocument& document_;
    TextChange change_;
    bool is_typing_;
};

}  // namespace firn::gui
