#include "gui/pages/file_field.hpp"

#include "gui/document/file_stamp.hpp"
#include "gui/text.hpp"

#include <QFileDialog>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QToolButton>

namespace firn::gui {

FileField::FileField(const QString& what, const QString& empty, const QString& filter, QWidget* parent)
    : QWidget{parent},
      what_{QString{what}.remove(QLatin1Char{'&'})},
      empty_{empty},
      filter_{filter},
      names_{new QLabel{empty, this}},
      clear_{new QToolButton{this}} {
    auto* label = new QLabel{what, this};
    auto* open = new QPushButton{tr("Open …"), this};
    label->setBuddy(open);
    open->setAccessibleName(tr("Open: %1").arg(what_));
    names_->setProperty("quiet", true);
    names_->setTextInteractionFlags(Qt::TextSelectableByMouse);
    names_->setMinimumWidth(40);
    clear_->setText(QStringLiteral("×"));
    clear_->setAutoRaise(true);
    clear_->setToolTip(tr("Let go of it"));
    clear_->setAccessibleName(tr("Let go of: %1").arg(what_));
    clear_->hide();
    auto* row = new QHBoxLayout{this};
    row->setContentsMargins(0, 0, 0, 0);
    row->addWidget(label);
    row->addWidget(names_, 1);
    row->addWidget(clear_);
    row->addWidget(open);
    connect(open, &QPushButton::clicked, this, &FileField::ask);
    connect(clear_, &QToolButton::clicked, this, [this] {
        show_files({});
        emit chosen();
    });
}

void FileField::show_files(const QStringList& paths) {
    paths_ = paths;
    are_offered_ = false;
    QStringList names;
    for (const QString& path : paths)
        names += QFileInfo{path}.fileName();
    names_->setText(names.isEmpty() ? empty_ : names.join(QStringLiteral(", ")));
    names_->setToolTip(paths.join(QLatin1Char{'\n'}));
    clear_->setVisible(!paths.isEmpty());
}

void FileField::offer_files(const QStringList& paths) {
    if (!paths_.isEmpty() && !are_offered_) return;
    show_files(paths);
    are_offered_ = true;
}

std::vector<std::string> FileField::paths() const {
    std::vector<std::string> paths;
    for (const QString& path : paths_)
        paths.push_back(to_utf8(path));
    return paths;
}

std::string FileField::stamp() const {
    std::string text;
    for (const std::string& path : paths())
        text += stamp_of(path) + "\n";
    return text;
}

void FileField::ask() {
    const QStringList paths = QFileDialog::getOpenFileNames(this, what_, {}, filter_);
    if (paths.isEmpty()) return;
    show_files(paths);
    emit chosen();
}

}  // namespace firn::gui
