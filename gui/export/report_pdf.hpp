#pragma once

#include <QString>

#include <vector>

namespace firn::gui {

class Page;

/// Writes a report to be printed (A4): the title, and of each page that has an answer the answer first, its
/// charts, its table, what it assumes, and what it rests on. False where the file cannot be written.
[[nodiscard]] bool write_report(const QString& title, const std::vector<Page*>& pages, const QString& path);

}  // namespace firn::gui
