#include "gui/pages/dropped_files.hpp"

#include <QDragEnterEvent>
#include <QDropEvent>
#include <QMimeData>
#include <QUrl>

namespace firn::gui {

void accept_files(QDragEnterEvent& event) {
    if (event.mimeData()->hasUrls()) event.acceptProposedAction();
}

QStringList dropped_files(QDropEvent& event) {
    QStringList paths;
    for (const QUrl& url : event.mimeData()->urls()) {
        if (url.isLocalFile()) paths += url.toLocalFile();
    }
    if (!paths.isEmpty()) event.acceptProposedAction();
    return paths;
}

}  // namespace firn::gui
