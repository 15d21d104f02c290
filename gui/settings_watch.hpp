#pragma once

#include <QObject>

#include <functional>
#include <utility>

namespace firn::gui {

/// Hears a signal of the desktop, whatever it carries.
class SettingsWatch : public QObject {
    Q_OBJECT

  public:
    SettingsWatch(std::function<void()> changed, QObject* parent)
        : QObject{parent}, changed_{std::move(changed)} {}

  public slots:
    void notice() { changed_(); }

  private:
    std::function<void()> changed_;
};

}  // namespace firn::gui
