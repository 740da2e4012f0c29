namespace Seminar.Themes.ThrowingConstructor;

public sealed class ThrowingConstructorTheme : ITheme
{
    public ThrowingConstructorTheme() => throw new InvalidOperationException("le constructeur refuse");
}
