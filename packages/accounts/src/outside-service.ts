/** Another service that knows who somebody is (OpenID Connect), and what this server is to it. */
export interface OutsideService {
  /** Its address, under which it describes itself: `https://id.example`. */
  readonly issuer: string;
  readonly clientId: string;
  readonly clientSecret: string;
  /** What people call it. */
  readonly name: string;
}
