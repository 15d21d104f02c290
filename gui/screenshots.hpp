#pragma once

#include <QSize>
#include <QString>

namespace firn::gui {

class MainWindow;

/// Shows each page of a window that has opened a scenario at this size, waits until nothing runs, and
/// writes its picture to `folder`, named after the page: "bundle-size.png". Pixels are as many as the
/// application's density says. False where one cannot be written.
[[nodiscard]] bool write_screenshots(MainWindow& window, const QString& folder, QSize size);

}  // namespace firn::gui
