#pragma once

#include "core/answers/file_kind.hpp"
#include "core/diag/diagnostic.hpp"

#include <QStringList>

#include <initializer_list>

class QDragEnterEvent;
class QDropEvent;

namespace firn::gui {

/// Takes a drag that brings files.
void accept_files(QDragEnterEvent& event);

/// Local files, from which each taker takes its own.
struct DroppedFiles {
    QStringList paths;  ///< that nobody has taken yet

    /// Those of these kinds, which are gone then.
    [[nodiscard]] QStringList take(std::initializer_list<answers::FileKind> kinds);
};

/// That files are none of those which are expected here, once for each. Code: `file-unknown`.
[[nodiscard]] Diagnostics unknown_files(const QStringList& paths, const QString& expected);

/// Takes the drop with its local files; what else it brings is left out.
[[nodiscard]] DroppedFiles dropped_files(QDropEvent& event);

}  // namespace firn::gui
