using System.Text;

namespace Seminar.Host.Themes;

/// <summary>One style sheet for the themes that run: the hue and pictogram of each, and the styles of their own pages.</summary>
internal static class ThemesStylesheet
{
    public static IResult Serve(ThemeRegistry themes, HttpResponse response)
    {
        response.Headers.CacheControl = "no-cache";
        var css = new StringBuilder();
        foreach (var theme in themes.RunningThemes)
        {
            css.Append(null, $".theme-{theme.Identity.Key}{{--hue:{theme.Identity.Hue}");
            if (theme.Identity.Icon is { } icon)
            {
                css.Append(null, $";--pictogram:url({icon})");
            }

            css.AppendLine("}");
        }

        foreach (var own in themes.RunningThemes.Select(theme => Path.Combine(theme.Folder, "wwwroot", "theme.css")).Where(File.Exists))
        {
            css.AppendLine(File.ReadAllText(own));
        }

        return Results.Text(css.ToString(), "text/css", Encoding.UTF8);
    }
}
