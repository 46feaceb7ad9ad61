import { MissingPage } from '../../../features/editor/page/editor-page.tsx';

export default function NotFound() {
  return <MissingPage />;
}
