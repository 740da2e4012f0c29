namespace Seminar.Themes.FailingMigration;

public sealed class FailingMigrationTheme : ITheme;
