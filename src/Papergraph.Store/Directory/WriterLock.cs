namespace Papergraph.Store;

/// <summary>The operating system's lock on the file <c>LOCK</c>; it ends with the process, however that ends.</summary>
internal static class WriterLock
{
    private const int WouldBlockOnLinux = 11, WouldBlockOnMac = 35, SharingViolationOnWindows = unchecked((int)0x80070020);

    /// <exception cref="StoreException">Another holds it, or the directory cannot be written.</exception>
    public static FileStream Take(string folder)
    {
        string path = Path.Combine(folder, GraphFiles.Lock);
        try
        {
            return new(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None, bufferSize: 0);
        }
        catch (IOException e) when (e.HResult is WouldBlockOnLinux or WouldBlockOnMac or SharingViolationOnWindows)
        {
            throw StoreErrors.Locked(folder, e);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw StoreErrors.CannotWrite(path, e);
        }
    }
}
