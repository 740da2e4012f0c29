using Microsoft.AspNetCore.StaticFiles;

namespace Seminar.Host.Themes;

/// <summary>Static files of themes. The version is in the address, so a browser may keep them for ever.</summary>
internal static class ThemeFiles
{
    private static readonly FileExtensionContentTypeProvider Types = new();

    public static string Address(string key, string version, string file) => $"/themes/{key}/{version}/{file}";

    public static IResult Serve(ThemeRegistry themes, HttpResponse response, string key, string version, string path)
    {
        var theme = themes.Find(key);
        if (theme is null || theme.Identity.Version != version)
        {
            return Results.NotFound();
        }

        var root = Path.Combine(theme.Folder, "wwwroot") + Path.DirectorySeparatorChar;
        var file = Path.GetFullPath(Path.Combine(root, path));
        if (!file.StartsWith(root, StringComparison.Ordinal) || !File.Exists(file) || !Types.TryGetContentType(file, out var type))
        {
            return Results.NotFound();
        }

        response.Headers.CacheControl = "public, max-age=31536000, immutable";
        return Results.File(file, type);
    }
}
