#pragma once

#include <QStringList>
#include <QWidget>

#include <string>
#include <vector>

class QLabel;
class QToolButton;

namespace firn::gui {

/// Which files a page reads: what they are for, their names, a button that opens others and one that lets go
/// of them.
class FileField : public QWidget {
    Q_OBJECT

  public:
    /// `what` names it ("&Billed"), `empty` is shown while there is none, `filter` as QFileDialog takes it.
    FileField(const QString& what, const QString& empty, const QString& filter, QWidget* parent);

    void show_files(const QStringList& paths);
    /// The same, unless a person chose files: these nobody chose, and others may be offered in their place.
    void offer_files(const QStringList& paths);
    [[nodiscard]] const QStringList& files() const { return paths_; }
    [[nodiscard]] std::vector<std::string> paths() const;
    /// The files with the times when they were written last.
    [[nodiscard]] std::string stamp() const;

  signals:
    /// A person chose others, or none.
    void chosen();

  private:
    void ask();

    QString what_;
    QString empty_;
    QString filter_;
    QStringList paths_{};
    bool are_offered_ = false;
    QLabel* names_;
    QToolButton* clear_;
};

}  // namespace firn::gui
