namespace Seminar.Offer;

/// <summary>Where files that are being imported wait.</summary>
/// <param name="root">The folder.</param>
public sealed class OfferFolder(string root)
{
    /// <summary>The file of an import; its folder is made when it is missing.</summary>
    internal string FileOf(Guid import)
    {
        Directory.CreateDirectory(root);
        return Path.Combine(root, import.ToString());
    }

    /// <summary>Removes the files of all imports but some.</summary>
    internal void Tidy(IEnumerable<Guid> kept)
    {
        if (!Directory.Exists(root))
        {
            return;
        }

        var names = kept.Select(id => id.ToString()).ToList();
        foreach (var file in Directory.EnumerateFiles(root).Where(file => !names.Exists(Path.GetFileName(file).StartsWith)))
        {
            File.Delete(file);
        }
    }
}
