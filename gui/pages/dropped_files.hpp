#pragma once

#include <QStringList>

class QDragEnterEvent;
class QDropEvent;

namespace firn::gui {

/// Takes a drag that brings files.
void accept_files(QDragEnterEvent& event);

/// The local files that were dropped.
[[nodiscard]] QStringList dropped_files(QDropEvent& event);

}  // namespace firn::gui
