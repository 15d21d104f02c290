#pragma once

#include <QString>

namespace firn::gui {

/// What differs between two texts: at a place, one piece stood and another stands. Undoing a thousand edits
/// of a long text costs what was edited, not a thousand texts.
struct TextChange {
    qsizetype at = 0;
    QString before{};
    QString after{};

    [[nodiscard]] bool is_nothing() const { return before == after; }
};

[[nodiscard]] TextChange change_between(const QString& before, const QString& after);

/// The text with the change, and the text that was before it.
[[nodiscard]] QString with(const TextChange& change, QString text);
[[nodiscard]] QString without(const TextChange& change, QString text);

}  // namespace firn::gui
